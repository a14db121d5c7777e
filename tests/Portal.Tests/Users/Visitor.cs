using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Logistics.Portal.Tests.Users;

/// <summary>A browser without JavaScript. It keeps its cookies whatever their clock says, and follows no redirection by itself.</summary>
public sealed partial class Visitor(Uri address, string agent) : IDisposable
{
    static int visitors;

    readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectCallback = Connect }) { BaseAddress = address };

    public Dictionary<string, string> Cookies { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie headers of the last answer.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public async Task<Page> Get(string path) => await Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form of a page as it was filled in; the address is that of the page, or the handler's.</summary>
    public async Task<Page> Submit(string path, IEnumerable<(string Name, string Value)> fields, string? handler = null)
    {
        var page = await Get(path);
        var token = Token().Match(page.Text) is { Success: true } found ? found.Groups[1].Value : "";
        return await Post(handler is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}", [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<Page> Post(string path, IEnumerable<(string Name, string Value)> fields) => await Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    public Task<Page> SignIn(string email, string password, bool keep = false, string query = "") =>
        Submit("/account/sign-in" + query, [("email", email), ("password", password), ("keep", keep ? "true" : "false")]);

    public void Dispose() => http.Dispose();

    async Task<Page> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        request.Headers.AcceptLanguage.ParseAdd("en");
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await http.SendAsync(request);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var (name, value) in SetCookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)).Select(parts => (parts[0], parts[1])))
        {
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        return new Page((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }

    /// <summary>Every visitor comes from an address of its own, where the system has more than one for itself.</summary>
    static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (OperatingSystem.IsLinux())
        {
            var number = Interlocked.Increment(ref visitors);
            socket.Bind(new IPEndPoint(new IPAddress([127, 1, (byte)(number >> 8), (byte)number]), 0));
        }

        await socket.ConnectAsync(context.DnsEndPoint, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

public sealed record Page(int Status, string Text, string? Location);
