using System.Text.Json.Nodes;
using Logistics.Testing;

namespace Logistics.System.Tests;

/// <summary>The services as processes of their own with one broker, and the demo that is played through their HTTP APIs.</summary>
sealed class ManyPrograms : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Names = ["Intake", "Shipment", "Distribution", "Tracking", "Portal"];

    readonly TemporaryFolder folder;
    readonly Uri broker;
    readonly Dictionary<string, ChildProcess[]> replicas = new(StringComparer.Ordinal);
    readonly Dictionary<string, LoadBalancer> balancers = new(StringComparer.Ordinal);

    ManyPrograms(Uri broker, bool onSqlServer) => (this.broker, folder) = (broker, new TemporaryFolder(onSqlServer));

    string Key => Path.Combine(folder.Path, "token-key.pem");

    string Json => Path.Combine(folder.Path, "balance.json");

    /// <param name="broker">Where they meet.</param>
    /// <param name="each">Processes of each program, over one database.</param>
    /// <param name="onSqlServer">Where the databases are.</param>
    public static async Task<ManyPrograms> Start(Uri broker, int each = 1, bool onSqlServer = false)
    {
        var programs = new ManyPrograms(broker, onSqlServer);
        foreach (var name in Names)
        {
            programs.replicas.Add(name, new ChildProcess[each]);
            for (var i = 0; i < each; i++)
            {
                programs.replicas[name][i] = programs.Start(name);
                // The first makes the key that the others check tokens with.
                await programs.replicas[name][i].Address();
            }

            programs.balancers.Add(name, await LoadBalancer.Start(() => programs.replicas[name]));
        }

        return programs;
    }

    /// <summary>Events by service.</summary>
    public Dictionary<string, long> Heads() => DemoLogs.Heads(service => folder.Database(service).Open());

    /// <summary>Kills one process and starts another in its place, which is not waited for.</summary>
    public async Task Replace(string name, int replica)
    {
        await replicas[name][replica].DisposeAsync();
        replicas[name][replica] = Start(name);
    }

    /// <summary>Waits until a program says that it misses something.</summary>
    public static Task Misses(ChildProcess program) => Eventually.Holds(
        async () =>
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(new Uri($"{await program.Address()}health/ready"));
            return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"] != "healthy";
        },
        "a program that misses the broker");

    /// <summary>One process of a program.</summary>
    public ChildProcess Replica(string name, int replica) => replicas[name][replica];

    /// <summary>Starts the demo; it writes the balance before it ends with status 0.</summary>
    public ChildProcess Demo() => ChildProcess.Start(
        "AllInOne",
        [
            "demo", "--exit", "--token-key", Key, "--json", Json,
            .. Names.SelectMany(name => new[] { $"--{name.ToLowerInvariant()}", balancers[name].Address }),
        ]);

    public async Task<string> Balance(ChildProcess demo)
    {
        Assert.True(await demo.End() == 0, demo.Output + string.Concat(replicas.Values.SelectMany(each => each).Select(process => process.Output)));
        return await File.ReadAllTextAsync(Json);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var balancer in balancers.Values)
            await balancer.DisposeAsync();
        foreach (var process in replicas.Values.SelectMany(each => each).OfType<ChildProcess>())
            await process.DisposeAsync();
        folder.Dispose();
    }

    ChildProcess Start(string name) => ChildProcess.Start(
        name,
        ["--urls=http://127.0.0.1:0", $"--data={folder.Path}", $"--token-key={Key}", $"--broker={broker}", .. folder.Settings(TemporaryFolder.AllDatabases)]);
}
