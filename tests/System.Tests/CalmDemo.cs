using Logistics.Testing;

namespace Logistics.System.Tests;

/// <summary>What the demo comes to in one process to which nothing happens, played once for all tests.</summary>
/// <param name="Balance">As JSON.</param>
/// <param name="Heads">Events by service.</param>
sealed record CalmDemo(string Balance, IReadOnlyDictionary<string, long> Heads)
{
    static readonly Lazy<Task<CalmDemo>> Played = new(async () =>
    {
        using var folder = new TemporaryFolder();
        return new CalmDemo(await OneProcessDemoTests.Play(folder), DemoLogs.Heads(OneProcessDemoTests.Data(folder)));
    });

    public long Events => Heads.Values.Sum();

    public static Task<CalmDemo> Play() => Played.Value;
}
