using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Polly;
using Polly.Retry;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// The public HTTP API as used by the people of the demo. Every command has its own key, which is the same in every run, so replaying a step
/// changes nothing. Retries while a service is unavailable.
/// </summary>
sealed class DemoApi(IReadOnlyDictionary<string, Uri> addresses, Tokens tokens) : IDisposable
{
    public static readonly IReadOnlyList<string> Services = ["intake", "shipment", "distribution", "tracking", "portal"];

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    readonly Dictionary<string, long> positions = new(StringComparer.Ordinal);

    readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };

    readonly ResiliencePipeline<HttpResponseMessage> retries = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout),
            Delay = TimeSpan.FromMilliseconds(250),
            MaxRetryAttempts = 480,
        })
        .Build();

    /// <param name="who">Account id.</param>
    /// <param name="role">Role of the account.</param>
    /// <param name="path">Path of the command.</param>
    /// <param name="body">A file as bytes; anything else is sent as JSON.</param>
    /// <param name="key">Idempotency key of the command.</param>
    /// <param name="cancel">Cancels the retries.</param>
    /// <param name="organisation">For an association, its code.</param>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public async Task<JsonNode> Post(string who, Role role, string path, object body, string key, CancellationToken cancel, string organisation = "demo")
    {
        using var response = await retries.ExecuteAsync(
            async token =>
            {
                var request = Request(HttpMethod.Post, who, role, organisation, path);
                request.Headers.Add("Idempotency-Key", key);
                request.Content = body is byte[] file ? new ByteArrayContent(file) : JsonContent.Create(body, options: EventBody.Json);
                return await http.SendAsync(request, token);
            },
            cancel);
        var answer = await Read(response, path, cancel);
        var position = response.Headers.GetValues("Log-Position").Single().Split('=');
        positions[position[0]] = Math.Max(positions.GetValueOrDefault(position[0]), long.Parse(position[1]));
        return answer;
    }

    public async Task<JsonNode> Get(Role role, string path, CancellationToken cancel)
    {
        using var response = await retries.ExecuteAsync(async token => await http.SendAsync(Request(HttpMethod.Get, "demo-reader", role, "demo", path), token), cancel);
        return await Read(response, path, cancel);
    }

    /// <summary>Waits until the effects of all commands so far have reached this service.</summary>
    public async Task Reach(string service, CancellationToken cancel)
    {
        foreach (var (source, seq) in positions.Where(position => position.Key != service))
        {
            while (!cancel.IsCancellationRequested)
            {
                var feeds = (await Get(Role.Coordinator, $"/{service}/feeds", cancel)).AsArray();
                var feed = feeds.FirstOrDefault(feed => (string?)feed!["source"] == source);
                if (feed is null || (long)feed["position"]! >= seq)
                    break;
                if (feed["stall"] is { } stall)
                    throw new InvalidOperationException($"The feed of {source} to {service} is stalled: {stall.ToJsonString()}");
                await Task.Delay(Pace, cancel);
            }
        }
    }

    public async Task<BalanceSheet> Balances(CancellationToken cancel)
    {
        await Reach("tracking", cancel);
        using var response = await retries.ExecuteAsync(async token => await http.GetAsync(new Uri(addresses["tracking"], "/tracking/balances"), token), cancel);
        return BalanceSheet.Of(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel));
    }

    public void Dispose() => http.Dispose();

    static async Task<JsonNode> Read(HttpResponseMessage response, string path, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}: {text}");
    }

    HttpRequestMessage Request(HttpMethod method, string who, Role role, string organisation, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(addresses[path.Split('/')[1]], path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Sign(new Caller(who, role, organisation), TimeSpan.FromMinutes(10)));
        return request;
    }
}
