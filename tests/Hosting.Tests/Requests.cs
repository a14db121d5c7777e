using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

/// <summary>The route on which the edge of every service is tested.</summary>
static class Requests
{
    public const string Path = "/intake/donations";

    public const string Good = """{"donor":"Donor","pledgedOn":"2020-05-08","lines":[{"product":"mask","pieces":10}]}""";

    public static Task<RunningHost> Host() => RunningHost.Start(IntakeSlices.Define());

    public static Task<HttpReply> Send(RunningHost host, string body, string? language = null) => Send(host, Encoding.UTF8.GetBytes(body), language);

    public static Task<HttpReply> Send(RunningHost host, byte[] body, string? language = null) =>
        Send(host, new ByteArrayContent(body), host.Token(Role.Foundation), Guid.NewGuid().ToString(), language);

    /// <param name="host">Where to.</param>
    /// <param name="content">The body as it is.</param>
    /// <param name="token">Omitted if null.</param>
    /// <param name="key">Omitted if null.</param>
    /// <param name="language">The header as it is; omitted if null.</param>
    public static async Task<HttpReply> Send(RunningHost host, HttpContent content, string? token, string? key, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await host.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return new HttpReply((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, text, null);
    }
}
