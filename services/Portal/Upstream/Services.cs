using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Logistics.Client;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Http;
using Polly;
using Polly.Retry;

namespace Logistics.Portal.Upstream;

/// <summary>
/// The three services as a viewer may use them: every call carries a token of the viewer that lives for minutes, and its language. A call
/// that gets no answer is repeated for about a second; commands have a key, so that is safe.
/// </summary>
public sealed class Services(HttpClient http, ServiceAddresses addresses, Tokens tokens, Viewer viewer, Texts texts, CallContext context)
{
    static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    static readonly ResiliencePipeline<HttpResponseMessage> Patience = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout),
            Delay = TimeSpan.FromMilliseconds(150),
            BackoffType = DelayBackoffType.Exponential,
            MaxRetryAttempts = 3,
        })
        .Build();

    /// <summary>One for all calls of a page: signing costs, and a service remembers the tokens that it has checked.</summary>
    string? bearer;

    /// <param name="service">intake, shipment or distribution.</param>
    /// <param name="path">After the service's name, with its query.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public async Task<Reply<T>> Get<T>(string service, string path, CancellationToken cancel = default)
    {
        try
        {
            using var response = await Patience.ExecuteAsync(async token => await http.SendAsync(Request(HttpMethod.Get, service, path), token), cancel);
            return await Read<T>(response, cancel);
        }
        catch (Exception error) when (IsUnreachable(error, cancel))
        {
            return new Reply<T>(default, Unreachable());
        }
    }

    /// <summary>Gives a command, and waits until the pages show its effect, at most two seconds.</summary>
    /// <param name="service">intake, shipment or distribution.</param>
    /// <param name="path">After the service's name, with its query.</param>
    /// <param name="body">An <see cref="HttpContent"/> is sent as it is; anything else as JSON.</param>
    /// <param name="key">The form's idempotency key.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public async Task<Reply<T>> Post<T>(string service, string path, object body, string key, CancellationToken cancel = default)
    {
        try
        {
            var content = body is HttpContent raw ? await raw.ReadAsByteArrayAsync(cancel) : JsonSerializer.SerializeToUtf8Bytes(body, EventBody.Json);
            using var response = await Patience.ExecuteAsync(
                async token =>
                {
                    var request = Request(HttpMethod.Post, service, path);
                    request.Headers.Add("Idempotency-Key", key);
                    request.Content = new ByteArrayContent(content);
                    request.Content.Headers.ContentType = (body as HttpContent)?.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
                    return await http.SendAsync(request, token);
                },
                cancel);
            var reply = await Read<T>(response, cancel);
            return reply.Succeeded ? reply with { OnItsWay = !await Reached(response, cancel) } : reply;
        }
        catch (Exception error) when (IsUnreachable(error, cancel))
        {
            return new Reply<T>(default, Unreachable());
        }
    }

    /// <summary>Hands a service's answer on as it is, for exports and files.</summary>
    /// <remarks>The caller disposes it.</remarks>
    public Task<HttpResponseMessage> Open(string service, string path, CancellationToken cancel) =>
        http.SendAsync(Request(HttpMethod.Get, service, path), HttpCompletionOption.ResponseHeadersRead, cancel);

    async Task<bool> Reached(HttpResponseMessage response, CancellationToken cancel)
    {
        return !response.Headers.TryGetValues(LogPosition.Header, out var values)
            || !LogPosition.TryParse(values.Single(), out var position)
            || context.AwaitEffect is not { } wait
            || await wait(position, cancel);
    }

    static async Task<Reply<T>> Read<T>(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode)
        {
            return new Reply<T>(await response.Content.ReadFromJsonAsync<T>(EventBody.Json, cancel), null)
            {
                Total = response.Headers.TryGetValues("Total-Count", out var total) ? long.Parse(total.Single(), CultureInfo.InvariantCulture) : null,
            };
        }

        return new Reply<T>(default, await Problem.Read(response, cancel));
    }

    static bool IsUnreachable(Exception error, CancellationToken cancel) =>
        error is HttpRequestException or JsonException || (error is TaskCanceledException && !cancel.IsCancellationRequested);

    Problem Unreachable() => new(StatusCodes.Status503ServiceUnavailable, "service-unreachable", texts["service-unreachable"]);

    HttpRequestMessage Request(HttpMethod method, string service, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(addresses.Of(service), $"/{service}{path}"));
        if (viewer.Role is { } role)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer ??= tokens.Sign(new Caller(viewer.Account, role, viewer.Organisation), TokenLifetime));
        request.Headers.AcceptLanguage.ParseAdd(viewer.Language);
        return request;
    }
}
