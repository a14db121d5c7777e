using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>Somebody at the command line of the program that holds all services.</summary>
static class Operator
{
    public static Task<(int Status, string Said)> Does(params string[] arguments) => Does("AllInOne", arguments);

    public static async Task<(int Status, string Said)> Does(string program, string[] arguments)
    {
        await using var child = ChildProcess.Start(program, arguments);
        return (await child.End(), child.Output);
    }

    public static async Task<string> Succeeds(params string[] arguments)
    {
        var (status, said) = await Does(arguments);
        Assert.True(status == 0, said);
        return said;
    }

    public static async Task Fails(string because, params string[] arguments)
    {
        var (status, said) = await Does(arguments);
        Assert.Equal(2, status);
        Assert.Contains(because, said, StringComparison.Ordinal);
    }
}
