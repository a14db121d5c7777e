using System.Globalization;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>Three RabbitMQ nodes with the files under <c>deploy/rabbitmq</c>, certificates of an authority of the test's own, and a user for each service.</summary>
public sealed class BrokerCluster : IAsyncLifetime
{
    const string Host = "localhost";

    readonly TemporaryFolder folder = new();
    readonly TestAuthority authority = new();
    readonly List<RabbitNode> nodes = [];
    readonly int[] ports = Ports.Free(3);

    public IReadOnlyList<RabbitNode> Nodes => nodes;

    /// <summary>PEM file of the authority.</summary>
    public string AuthorityFile => Path.Combine(folder.Path, "authority.pem");

    public async ValueTask InitializeAsync()
    {
        if (RabbitNode.IsGiven)
            return;
        var (certificate, key) = authority.Sign(Host);
        await File.WriteAllTextAsync(AuthorityFile, authority.Pem);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "node.pem"), certificate);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "node-key.pem"), key);
        foreach (var service in (string[])["intake", "shipment", "distribution", "tracking", "portal"])
            await File.WriteAllTextAsync(Path.Combine(folder.Path, service), PasswordOf(service));
        var places = RabbitPlace.Choose(3);
        nodes.Add(await RabbitNode.Start(places[0], Configuration(places, 0)));
        nodes.AddRange(await Task.WhenAll(RabbitNode.Start(places[1], Configuration(places, 1)), RabbitNode.Start(places[2], Configuration(places, 2))));
        await nodes[0].Control(Path.Combine(SourceTree.Root, "deploy", "rabbitmq", "setup.sh"), "3", folder.Path);
    }

    /// <summary>Settings of a program of this service.</summary>
    /// <param name="service">Its name is that of its user.</param>
    /// <param name="host">Host name of the nodes.</param>
    /// <param name="authorityFile">Whom it believes; null for those whom the machine trusts.</param>
    public IEnumerable<string> Settings(string service, string host, string? authorityFile)
    {
        yield return $"--broker=amqps://{service}:{PasswordOf(service)}@{host}/logistics";
        yield return $"--broker-nodes={string.Join(',', ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}")))}";
        if (authorityFile is not null)
            yield return $"--broker-ca={authorityFile}";
    }

    /// <inheritdoc cref="Settings(string, string, string?)"/>
    public IEnumerable<string> Settings(string service) => Settings(service, Host, AuthorityFile);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.AsEnumerable().Reverse())
            await node.DisposeAsync();
        authority.Dispose();
        folder.Dispose();
    }

    static string PasswordOf(string service) => $"{service}-0aZ_.~=";

    /// <summary>The file of the tree, but for names, ports and folders; the test needs a listener of its own, to see that a node runs.</summary>
    string Configuration(IReadOnlyList<RabbitPlace> places, int node)
    {
        var configuration = SourceTree.Read("deploy/rabbitmq/rabbitmq.conf");
        Replace("listeners.tcp = none", $"listeners.tcp.test = 127.0.0.1:{places[node].Port}");
        Replace("= 5671", $"= {ports[node]}");
        Replace("/etc/rabbitmq/tls/", folder.Path + "/");
        Replace("/etc/rabbitmq/definitions.json", Path.Combine(SourceTree.Root, "deploy", "rabbitmq", "definitions.json"));
        for (var other = 0; other < places.Count; other++)
            Replace($"rabbit@rabbitmq-{other + 1}", places[other].Name);
        return configuration;

        void Replace(string text, string by) =>
            configuration = configuration.Contains(text, StringComparison.Ordinal)
                ? configuration.Replace(text, by, StringComparison.Ordinal)
                : throw new InvalidOperationException($"rabbitmq.conf has no {text}.");
    }
}
