using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Logistics.Client;

/// <summary>
/// Calls services over HTTP for one caller. The handler of the HTTP client repeats a call that gets no answer; commands carry an idempotency
/// key, so that is safe.
/// </summary>
public sealed class ServiceCalls(HttpClient http, CallContext context)
{
    const int PageSize = 1000;

    /// <summary>Sends a command.</summary>
    /// <param name="path">From <see cref="Route.At"/>.</param>
    /// <param name="route">Types of request and answer.</param>
    /// <param name="request">Its body.</param>
    /// <param name="key">Idempotency key, 1 to 100 characters: the same key again gets the first answer and changes nothing.</param>
    /// <param name="cancel">The caller has gone.</param>
    public Task<Reply<TAnswer>> Send<TRequest, TAnswer>(CommandRoute<TRequest, TAnswer> route, string path, TRequest request, string key, CancellationToken cancel)
        where TRequest : class where TAnswer : class =>
        Post<TAnswer>(route.Service, path, JsonSerializer.SerializeToUtf8Bytes(request, Wire.Json), "application/json", key, cancel);

    /// <summary>Sends a file.</summary>
    /// <param name="route">Types of query and answer.</param>
    /// <param name="path">From <see cref="Route.At"/>.</param>
    /// <param name="query">Its query string.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="contentType">Media type of the bytes.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancel">The caller has gone.</param>
    public Task<Reply<TAnswer>> Upload<TQuery, TAnswer>(
        UploadRoute<TQuery, TAnswer> route, string path, TQuery query, byte[] file, string contentType, string key, CancellationToken cancel)
        where TQuery : class, new() where TAnswer : class =>
        Post<TAnswer>(route.Service, path + QueryText.Write(query), file, contentType, key, cancel);

    /// <summary>Asks a question.</summary>
    public Task<Reply<TAnswer>> Ask<TQuery, TAnswer>(QueryRoute<TQuery, TAnswer> route, string path, TQuery query, CancellationToken cancel)
        where TQuery : class, new() where TAnswer : class => Ask(route, path, query, context.AtLeast, cancel);

    /// <summary>Asks a question whose answer must include what was written up to some positions.</summary>
    /// <param name="route">Types of query and answer.</param>
    /// <param name="path">From <see cref="Route.At"/>.</param>
    /// <param name="query">Its query string.</param>
    /// <param name="atLeast">The positions; <see cref="Reply{T}.Behind"/> names the logs for which the service waited in vain.</param>
    /// <param name="cancel">The caller has gone.</param>
    public async Task<Reply<TAnswer>> Ask<TQuery, TAnswer>(
        QueryRoute<TQuery, TAnswer> route, string path, TQuery query, IReadOnlyList<LogPosition> atLeast, CancellationToken cancel)
        where TQuery : class, new() where TAnswer : class
    {
        try
        {
            using var request = Request(HttpMethod.Get, route.Service, path + QueryText.Write(query));
            foreach (var position in atLeast)
                request.Headers.Add(LogPosition.Header, position.ToString());
            using var response = await http.SendAsync(request, cancel);
            return await Read<TAnswer>(response, cancel);
        }
        catch (Exception error) when (IsUnreachable(error, cancel))
        {
            return Unreachable<TAnswer>();
        }
    }

    /// <summary>Asks for all pages of a list.</summary>
    /// <param name="route">The list.</param>
    /// <param name="path">From <see cref="Route.At"/>.</param>
    /// <param name="query">Which rows; its page is ignored.</param>
    /// <param name="key">Returns the key that orders the rows.</param>
    /// <param name="cancel">The caller has gone.</param>
    /// <returns>All rows, or the first problem.</returns>
    public async Task<Reply<IReadOnlyList<TRow>>> AskAll<TQuery, TRow>(
        QueryRoute<TQuery, IReadOnlyList<TRow>> route, string path, TQuery query, Func<TRow, string> key, CancellationToken cancel)
        where TQuery : PagedQuery, new()
    {
        var rows = new List<TRow>();
        string? after = null;
        while (true)
        {
            var page = await Ask(route, path, query with { After = after, Limit = PageSize }, cancel);
            if (!page.Succeeded)
                return page;
            rows.AddRange(page.Body);
            if (page.Body.Count < PageSize)
                return new Reply<IReadOnlyList<TRow>>(rows, null) { Total = rows.Count };
            after = key(page.Body[^1]);
        }
    }

    /// <summary>Opens a file. Returns as soon as the headers have arrived; the caller disposes the answer.</summary>
    public Task<HttpResponseMessage> Open<TQuery>(FileRoute<TQuery> route, string path, TQuery query, CancellationToken cancel) where TQuery : class, new() =>
        http.SendAsync(Request(HttpMethod.Get, route.Service, path + QueryText.Write(query)), HttpCompletionOption.ResponseHeadersRead, cancel);

    async Task<Reply<TAnswer>> Post<TAnswer>(string service, string path, byte[] body, string contentType, string key, CancellationToken cancel) where TAnswer : class
    {
        try
        {
            using var request = Request(HttpMethod.Post, service, path);
            request.Headers.Add("Idempotency-Key", key);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            using var response = await http.SendAsync(request, cancel);
            var reply = await Read<TAnswer>(response, cancel);
            return reply.Succeeded && PositionIn(response) is { } position && context.AwaitEffect is { } wait
                ? reply with { OnItsWay = !await wait(position, cancel) }
                : reply;
        }
        catch (Exception error) when (IsUnreachable(error, cancel))
        {
            return Unreachable<TAnswer>();
        }
    }

    static LogPosition? PositionIn(HttpResponseMessage response) =>
        response.Headers.TryGetValues(LogPosition.Header, out var values) && LogPosition.TryParse(values.Single(), out var position) ? position : null;

    static async Task<Reply<TAnswer>> Read<TAnswer>(HttpResponseMessage response, CancellationToken cancel) where TAnswer : class
    {
        if (!response.IsSuccessStatusCode)
            return new Reply<TAnswer>(default, await Problem.Read(response, cancel));
        return new Reply<TAnswer>(await response.Content.ReadFromJsonAsync<TAnswer>(Wire.Json, cancel), null)
        {
            Total = response.Headers.TryGetValues("Total-Count", out var total) ? long.Parse(total.Single(), CultureInfo.InvariantCulture) : null,
            Behind = response.Headers.TryGetValues(LogPosition.BehindHeader, out var logs) ? [.. logs.SelectMany(one => one.Split(", "))] : [],
        };
    }

    static bool IsUnreachable(Exception error, CancellationToken cancel) =>
        !cancel.IsCancellationRequested && error is HttpRequestException or JsonException or TaskCanceledException or Polly.ExecutionRejectedException;

    Reply<TAnswer> Unreachable<TAnswer>() where TAnswer : class => new(default, new Problem(503, Problem.Unreachable, context.UnreachableText));

    HttpRequestMessage Request(HttpMethod method, string service, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(context.AddressOf(service), path));
        if (context.Bearer() is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.ParseAdd(context.Language);
        return request;
    }
}
