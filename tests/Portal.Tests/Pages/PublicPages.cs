using System.Net.Http.Headers;
using Logistics.Portal.Tests.Pages.Public;

namespace Logistics.Portal.Tests.Pages;

/// <summary>Opens pages as somebody who is not signed in.</summary>
static class PublicPages
{
    public static async Task<(int Status, string Text, HttpResponseHeaders Headers)> Open(
        this Story story, string path, string language = "en", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        // Without cookies: a language that another test chose is not this one's.
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(story.Host.Address) };
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
    }
}
