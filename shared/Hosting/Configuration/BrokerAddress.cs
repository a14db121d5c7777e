using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Logistics.Hosting.Configuration;

/// <summary>The address of RabbitMQ and the authority that certifies its nodes.</summary>
public sealed class BrokerAddress
{
    /// <summary>A connection is closed after its node has been silent for twice this time.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    readonly IReadOnlyList<(string Host, int Port)> nodes;
    readonly X509Certificate2Collection? authority;

    /// <param name="uri"><c>amqp://user:password@host:5672/vhost</c>, or <c>amqps</c> for TLS.</param>
    /// <param name="nodes">Nodes of the cluster; empty for the host of <paramref name="uri"/> alone.</param>
    /// <param name="authority">Authority that must have signed the certificate of a node; null to use the machine's trusted authorities.</param>
    public BrokerAddress(Uri uri, IReadOnlyList<(string Host, int Port)> nodes, X509Certificate2Collection? authority)
    {
        Uri = uri;
        this.nodes = nodes.Count > 0 ? nodes : [(uri.Host, uri.Port > 0 ? uri.Port : IsEncrypted ? 5671 : 5672)];
        this.authority = authority;
    }

    /// <summary>Gets the address with user, password and virtual host.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the addresses of all nodes, without the password.</summary>
    public string Text => string.Join(", ", nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"{Uri.Scheme}://{node.Host}:{node.Port}{Uri.AbsolutePath.TrimEnd('/')}")));

    bool IsEncrypted => Uri.Scheme == "amqps";

    /// <returns>Null if no broker is configured.</returns>
    /// <exception cref="InvalidOperationException">A setting is invalid; the message names it.</exception>
    public static BrokerAddress? Read(IConfiguration configuration)
    {
        var cluster = Settings.Value(configuration, "broker-nodes");
        var signer = Settings.Value(configuration, "broker-ca");
        if (Settings.Value(configuration, "broker") is not { } address)
        {
            return (cluster ?? signer) is null
                ? null
                : throw new InvalidOperationException($"The setting '{(cluster is null ? "broker-ca" : "broker-nodes")}' needs the setting 'broker', with the user, password and virtual host.");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0)
            throw new InvalidOperationException("The setting 'broker' must be an address such as amqp://user:password@localhost:5672/vhost.");
        if (signer is not null && uri.Scheme != "amqps")
            throw new InvalidOperationException("The setting 'broker-ca' needs an address in the setting 'broker' that begins with amqps://.");
        return new BrokerAddress(
            uri,
            [.. (cluster ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Node)],
            signer is null ? null : Authority(signer));
    }

    /// <summary>Configures a client to use this address and to trust only nodes that prove their name.</summary>
    public void Configure(ConnectionFactory factory)
    {
        factory.Uri = Uri;
        factory.RequestedHeartbeat = Heartbeat;
        factory.RequestedConnectionTimeout = factory.HandshakeContinuationTimeout = ConnectTimeout;
        // Each node proves its own name, whereas the client's own resolvers expect the same name, or none, from all of them.
        factory.EndpointResolverFactory = _ => new DefaultEndpointResolver(nodes.Select(node => new AmqpTcpEndpoint(node.Host, node.Port, Encryption(node.Host))));
    }

    SslOption Encryption(string host) => new(host, enabled: IsEncrypted)
    {
        CertificateValidationCallback = authority is null ? null : (_, certificate, chain, faults) => IsSignedByAuthority(certificate, chain, faults),
    };

    bool IsSignedByAuthority(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors faults)
    {
        if (certificate is not X509Certificate2 node || (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1", "Server Authentication"));
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain.Build(node);
    }

    static (string Host, int Port) Node(string text) =>
        Uri.TryCreate($"amqp://{text}", UriKind.Absolute, out var node) && node is { Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/", UserInfo: "" }
            ? (node.Host, node.Port)
            : throw new InvalidOperationException($"The setting 'broker-nodes' must list nodes such as rabbitmq-1:5671,rabbitmq-2:5671; '{text}' is not valid.");

    static X509Certificate2Collection Authority(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"The setting 'broker-ca' must be a PEM file; '{file}' cannot be read: {error.Message}", error);
        }

        return found.Count > 0 ? found : throw new InvalidOperationException($"The setting 'broker-ca' must be a PEM file of certificates; '{file}' contains none.");
    }
}
