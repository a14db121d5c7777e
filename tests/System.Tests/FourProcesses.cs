using Logistics.Testing;

namespace Logistics.System.Tests;

/// <summary>The four services as four processes with one broker, and the demo that is played through their HTTP APIs.</summary>
sealed class FourProcesses : IAsyncDisposable
{
    static readonly string[] Programs = ["Intake", "Shipment", "Distribution", "Portal"];

    readonly TemporaryFolder folder = new();
    readonly Dictionary<string, ChildProcess> processes = new(StringComparer.Ordinal);

    /// <summary>Folder of all four databases.</summary>
    public string Data => Path.Combine(folder.Path, "data");

    string Key => Path.Combine(folder.Path, "token-key.pem");

    string Json => Path.Combine(folder.Path, "balance.json");

    public static async Task<FourProcesses> Start(Uri broker)
    {
        var four = new FourProcesses();
        // The first makes the key that the others check tokens with.
        foreach (var program in Programs)
        {
            four.processes.Add(program, ChildProcess.Start(
                program, "--urls=http://127.0.0.1:0", $"--data={four.Data}", $"--token-key={four.Key}", $"--broker={broker}"));
            await four.processes[program].Address();
        }

        return four;
    }

    /// <summary>Starts playing; the balance is there when it has ended with status 0.</summary>
    public async Task<ChildProcess> Demo()
    {
        var arguments = new List<string> { "demo", "--exit", "--token-key", Key, "--json", Json };
        foreach (var program in Programs)
            arguments.AddRange([$"--{program.ToLowerInvariant()}", (await processes[program].Address()).ToString()]);
        return ChildProcess.Start("AllInOne", arguments);
    }

    public async Task<string> Balance(ChildProcess demo)
    {
        Assert.True(await demo.End() == 0, demo.Output + string.Concat(processes.Values.Select(process => process.Output)));
        return await File.ReadAllTextAsync(Json);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
            await process.DisposeAsync();
        folder.Dispose();
    }
}
