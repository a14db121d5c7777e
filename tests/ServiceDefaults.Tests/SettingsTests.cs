using Logistics.Intake;
using Logistics.ServiceDefaults.Hosting;
using Logistics.Testing;

namespace Logistics.ServiceDefaults.Tests;

public sealed class SettingsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("localhost:5672")]
    [InlineData("?")]
    public void A_wrong_broker_is_named(string broker) => Names("broker", $"--broker={broker}");

    [Fact]
    public void A_folder_that_cannot_be_is_named()
    {
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");

        Names("data", $"--data={Path.Combine(folder.Path, "file", "data")}");
    }

    [Fact]
    public void A_key_that_is_none_is_named()
    {
        var file = Path.Combine(folder.Path, "no.pem");
        File.WriteAllText(file, "no key");

        Names("token-key", $"--data={folder.Path}", $"--token-key={file}");
    }

    static void Names(string setting, params string[] args)
    {
        var error = Assert.Throws<InvalidOperationException>(() => LogisticsHost.Build([.. args, "--urls=http://127.0.0.1:0"], IntakeSlices.Define()));
        Assert.Contains($"'{setting}'", error.Message, StringComparison.Ordinal);
    }
}
