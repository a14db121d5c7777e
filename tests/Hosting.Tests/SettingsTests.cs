using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

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
    public void A_wrong_broker_is_named_without_its_password() =>
        Assert.DoesNotContain("secret", Names("broker", $"--data={folder.Path}", "--broker=http://intake:secret@localhost"), StringComparison.Ordinal);

    [Theory]
    [InlineData("rabbitmq-1")]
    [InlineData("rabbitmq-1:5671,rabbitmq-2")]
    [InlineData("rabbitmq-1:none")]
    [InlineData("amqps://rabbitmq-1:5671")]
    [InlineData("user@rabbitmq-1:5671")]
    public void Wrong_nodes_are_named(string nodes) => Names("broker-nodes", $"--data={folder.Path}", "--broker=amqps://a:b@rabbitmq/", $"--broker-nodes={nodes}");

    [Fact]
    public void Nodes_without_a_broker_are_named() => Names("broker-nodes", $"--data={folder.Path}", "--broker-nodes=rabbitmq-1:5671");

    [Fact]
    public void An_authority_that_is_none_is_named()
    {
        var file = Path.Combine(folder.Path, "authority.pem");
        Names("broker-ca", $"--data={folder.Path}", "--broker=amqps://a:b@rabbitmq/", $"--broker-ca={file}");
        File.WriteAllText(file, "no certificate");

        Names("broker-ca", $"--data={folder.Path}", "--broker=amqps://a:b@rabbitmq/", $"--broker-ca={file}");
    }

    [Fact]
    public void An_authority_for_a_broker_without_encryption_is_named() =>
        Names("broker-ca", $"--data={folder.Path}", "--broker=amqp://a:b@rabbitmq/", $"--broker-ca={folder.Path}/authority.pem");

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

    static string Names(string setting, params string[] args)
    {
        var error = Assert.Throws<InvalidOperationException>(() => LogisticsHost.Build([.. args, "--urls=http://127.0.0.1:0"], IntakeSlices.Define()));
        Assert.Contains($"'{setting}'", error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
