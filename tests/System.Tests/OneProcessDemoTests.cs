using System.Text.Json.Nodes;
using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class OneProcessDemoTests
{
    [Fact]
    public async Task The_demo_accounts_for_every_piece()
    {
        var calm = await CalmDemo.Play();

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Approved", "may-2020.json")), Indented(calm.Balance));
    }

    [Fact]
    public async Task The_whole_demo_sent_twice_appends_nothing_and_gives_the_same_balance()
    {
        using var folder = new TemporaryFolder();
        var first = await Play(folder);
        var heads = DemoLogs.Heads(Data(folder));

        var second = await Play(folder, "--resume");

        Assert.Equal(first, second);
        Assert.Equal(heads, DemoLogs.Heads(Data(folder)));
    }

    [Fact]
    public async Task Killed_at_twenty_random_moments_and_resumed_it_ends_with_the_same_balance()
    {
        var calm = await CalmDemo.Play();
        using var folder = new TemporaryFolder();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var moments = Enumerable.Range(0, 20).Select(_ => random.NextInt64(1, calm.Events)).Order().ToList();
        foreach (var (moment, i) in moments.Select((moment, i) => (moment, i)))
        {
            await using var demo = ChildProcess.Start("AllInOne", Arguments(folder, i == 0 ? [] : ["--resume"]));
            await DemoLogs.Reach(() => DemoLogs.Heads(Data(folder)), moment, demo, $"seed {seed}");
            await demo.Kill();
        }

        Assert.Equal(calm.Balance, await Play(folder, "--resume"));
        Assert.Equal(calm.Heads, DemoLogs.Heads(Data(folder)));
    }

    internal static async Task<string> Play(TemporaryFolder folder, params string[] options)
    {
        var json = Path.Combine(folder.Path, "balance.json");
        await using var demo = ChildProcess.Start("AllInOne", Arguments(folder, [.. options, "--json", json]));
        Assert.True(await demo.End() == 0, demo.Output);
        var balance = await File.ReadAllTextAsync(json);
        File.Delete(json);
        return balance;
    }

    static string[] Arguments(TemporaryFolder folder, string[] options) =>
        ["demo", "--exit", "--urls", "http://127.0.0.1:0", .. folder.Settings(TemporaryFolder.AllDatabases), "--data", Data(folder), .. options];

    internal static string Data(TemporaryFolder folder) => Path.Combine(folder.Path, "demo");

    static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true }) + "\n";
}
