using System.Net.Http.Headers;
using Logistics.Portal.Tests.Trackings;

namespace Logistics.Portal.Tests.Pages;

/// <summary>Opens pages as somebody who is not signed in.</summary>
static class PublicPages
{
    public static async Task<(int Status, string Text, HttpResponseHeaders Headers)> Open(
        this TrackCodeTests.Story story, string path, string language = "en", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await story.Host.Send(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
    }
}
