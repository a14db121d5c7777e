using System.Diagnostics;

namespace Logistics.Testing;

/// <summary>Where a RabbitMQ node of a test runs: a folder and loopback ports of its own, and a name that the others of its cluster find it under.</summary>
public sealed class RabbitPlace
{
    readonly int[] ports;

    RabbitPlace(string folder, int[] ports) => (Folder, this.ports) = (folder, ports);

    public string Folder { get; }

    public string Name => $"{Path.GetFileName(Folder)}@localhost";

    /// <summary>Where it listens without encryption.</summary>
    public int Port => ports[0];

    /// <summary>Places for nodes that can form a cluster.</summary>
    public static IReadOnlyList<RabbitPlace> Choose(int nodes)
    {
        var free = Ports.Free(2 * nodes + 1);
        return [.. Enumerable.Range(0, nodes).Select(node =>
            new RabbitPlace(Directory.CreateTempSubdirectory("logistics-rabbit-").FullName, [free[2 * node], free[2 * node + 1], free[^1]]))];
    }

    /// <summary>A program that knows the node, and whose output can be read.</summary>
    internal ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables())
            start.Environment[name] = value;
        return start;
    }

    IEnumerable<(string Name, string Value)> Variables() =>
    [
        ("HOME", Folder),
        // Before Debian's wrappers, which insist on a user and on folders of their own.
        ("PATH", $"/usr/lib/rabbitmq/bin:{Environment.GetEnvironmentVariable("PATH")}"),
        ("ERL_EPMD_ADDRESS", "127.0.0.1"),
        ("ERL_EPMD_PORT", $"{ports[2]}"),
        ("RABBITMQ_NODENAME", Name),
        ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
        ("RABBITMQ_NODE_PORT", $"{ports[0]}"),
        ("RABBITMQ_DIST_PORT", $"{ports[1]}"),
        ("RABBITMQ_MNESIA_BASE", Path.Combine(Folder, "data")),
        ("RABBITMQ_LOG_BASE", Path.Combine(Folder, "log")),
        ("RABBITMQ_PID_FILE", Path.Combine(Folder, "pid")),
        ("RABBITMQ_CONFIG_FILE", Path.Combine(Folder, "rabbitmq")),
        ("RABBITMQ_CONF_ENV_FILE", Path.Combine(Folder, "none")),
        ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(Folder, "plugins")),
        // The node takes the place of the script instead of being its child, so that its process id is known.
        ("RABBITMQ_ALLOW_INPUT", "1"),
        ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-noinput -kernel inet_dist_use_interface {127,0,0,1}"),
    ];
}
