using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Logistics.Client;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Logistics.Testing;

/// <summary>Services in this process, on a free loopback port, over a folder of their own.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    readonly TemporaryFolder? ownFolder;
    readonly WebApplication app;
    readonly HttpClient http;

    RunningHost(WebApplication app, TemporaryFolder? ownFolder)
    {
        this.app = app;
        this.ownFolder = ownFolder;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static async Task<RunningHost> Start(params ServiceDefinition[] services)
    {
        var folder = new TemporaryFolder();
        return new RunningHost(await Run(folder, services), folder);
    }

    /// <summary>On a folder that the test keeps, to start again from.</summary>
    public static Task<RunningHost> StartOn(TemporaryFolder folder, params ServiceDefinition[] services) => StartWith(folder, [], services);

    /// <summary>As one program of several that meet at a broker.</summary>
    public static Task<RunningHost> StartOn(TemporaryFolder folder, RabbitNode broker, params ServiceDefinition[] services) => StartOn(folder, broker.Address, services);

    /// <inheritdoc cref="StartOn(TemporaryFolder, RabbitNode, ServiceDefinition[])"/>
    public static Task<RunningHost> StartOn(TemporaryFolder folder, Uri broker, params ServiceDefinition[] services) => StartWith(folder, [$"--broker={broker}"], services);

    /// <summary>With settings as they stand on a command line.</summary>
    public static async Task<RunningHost> StartWith(TemporaryFolder folder, IEnumerable<string> settings, params ServiceDefinition[] services) =>
        new(await Run(folder, services, [.. settings]), null);

    /// <summary>What it says of itself under <c>/health/ready</c>.</summary>
    public async Task<HttpReply> Health()
    {
        using var response = await http.GetAsync(new Uri(HealthProbe.Ready, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        return new HttpReply((int)response.StatusCode, JsonNode.Parse(text), text, null);
    }

    /// <summary>For example <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Appends events to a log as if its service had decided them.</summary>
    public Task Append(string log, string stream, params IReadOnlyList<object> events) => Log(log).Write(new Origin("test", Guid.NewGuid().ToString()), session =>
    {
        session.Append(stream, events);
        return 0;
    });

    /// <summary>What runs in the program.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where a log ends, counting everything that readers can see. <see cref="EventLog.Log.Head"/> moves a moment after the commit.</summary>
    public Task<long> End(string service) => Log(service).Write(new Origin("test", "read"), session => session.Head);

    public Log Log(string service) => app.Services.GetRequiredKeyedService<Log>(service);

    public Task<HttpReply> Post(Role role, string path, object body, string? key = null, string language = "en", string organisation = "test") =>
        Send(role, HttpMethod.Post, path, JsonContent.Create(body, options: EventBody.Json), key, language, organisation);

    public Task<HttpReply> Upload(Role role, string path, byte[] body, string? key = null, string language = "en", string organisation = "test") =>
        Send(role, HttpMethod.Post, path, new ByteArrayContent(body), key, language, organisation);

    public Task<HttpReply> Get(Role role, string path, string language = "en", string organisation = "test") =>
        Send(role, HttpMethod.Get, path, null, null, language, organisation);

    /// <summary>A second person of a role is the account «role-name».</summary>
    public Task<HttpReply> PostAs(string account, Role role, string path, object body, string? key = null, string organisation = "test") =>
        Send(role, HttpMethod.Post, path, JsonContent.Create(body, options: EventBody.Json), key, "en", organisation, account);

    /// <summary>Calls of the services by an account of a role, or of the public, as the portal and other programs make them.</summary>
    public ServiceCalls Calls(Role? role, string organisation = "test", string? account = null, string language = "en")
    {
        var token = role is { } known ? Token(known, organisation, account) : null;
        return new ServiceCalls(http, new CallContext { AddressOf = _ => http.BaseAddress!, Bearer = () => token, Language = language });
    }

    /// <summary>Sends a request as it is, to test what only the edge of the system sees.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request);

    public string Token(Role role, string organisation = "test", string? account = null) =>
        app.Services.GetRequiredService<Tokens>().Sign(
            new Caller(account ?? role.ToString().ToLowerInvariant(), role, organisation), TimeSpan.FromHours(1));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        ownFolder?.Dispose();
    }

    static async Task<WebApplication> Run(TemporaryFolder folder, ServiceDefinition[] services, params string[] settings)
    {
        var databases = services.Select(service => service.Name).Append("accounts");
        var built = LogisticsHost.Build(
            ["--urls=http://127.0.0.1:0", $"--data={folder.Path}", .. folder.Settings(databases), "--Logging:LogLevel:Default=Warning", .. settings], services);
        await built.StartAsync();
        return built;
    }

    async Task<HttpReply> Send(
        Role role, HttpMethod method, string path, HttpContent? content, string? key, string language, string organisation, string? account = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, organisation, account));
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (method == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonNode.Parse(text)
            : null;
        var position = response.Headers.TryGetValues("Log-Position", out var values) ? values.Single() : null;
        return new HttpReply((int)response.StatusCode, json, text, position)
        {
            Total = response.Headers.TryGetValues("Total-Count", out var total) ? int.Parse(total.Single(), CultureInfo.InvariantCulture) : null,
        };
    }
}

/// <param name="Status">HTTP status.</param>
/// <param name="Json">The body where it is JSON.</param>
/// <param name="Text">The body.</param>
/// <param name="LogPosition">For example <c>intake=3</c>.</param>
public sealed record HttpReply(int Status, JsonNode? Json, string Text, string? LogPosition)
{
    /// <summary>Rows on all pages of a list.</summary>
    public int? Total { get; init; }

    /// <summary>The stable code of a refusal.</summary>
    public string? Code => (string?)Json?["code"];

    public JsonNode? this[string name] => Json?[name];

    /// <summary>Itself, when the status is what the test expects.</summary>
    public HttpReply Expect(int status) =>
        Status == status ? this : throw new InvalidOperationException($"Expected {status} but got {Status}: {Text}");
}
