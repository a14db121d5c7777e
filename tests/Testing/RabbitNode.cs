using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace Logistics.Testing;

/// <summary>
/// A RabbitMQ node of the test's own, on free loopback ports, over a folder of its own. A small shell starts and stops it and reads
/// from this process; when this process ends, however it ends, the shell sees the end of its input, kills the node and deletes the folder.
/// </summary>
public sealed class RabbitNode : IAsyncDisposable
{
    const string Shell =
        """
        trap '' INT TERM HUP PIPE
        (umask 077 && printf OFTHETESTS > .erlang.cookie)
        epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & epmd=$!
        until epmd -names > /dev/null 2>&1; do kill -0 $epmd || exit 1; done
        node=
        while read -r command; do
            case $command in
                start) "$1" >> startup.log 2>&1 < /dev/null & node=$! ;;
                stop) kill -KILL $node; wait $node 2> /dev/null; node= ;;
                wipe) rm -rf data ;;
                pause) kill -STOP $node ;;
                resume) kill -CONT $node ;;
                alive) kill -0 $node || { cat startup.log >&2; exit 1; } ;;
            esac
            echo done
        done
        kill -KILL $node $epmd
        wait
        cd / && rm -rf "$2"
        """;

    readonly Process? shell;
    readonly RabbitPlace? place;
    bool running;

    RabbitNode(Uri address, RabbitPlace? place, Process? shell) => (Address, this.place, this.shell) = (address, place, shell);

    /// <summary>Whether <c>LOGISTICS_TEST_RABBITMQ</c> names a broker to use. Nothing may stop that one.</summary>
    public static bool IsGiven => Given is not null;

    /// <summary>To skip a test with, that stops its broker.</summary>
    public const string GivenReason = "LOGISTICS_TEST_RABBITMQ names a broker that is not the test's own to stop.";

    public Uri Address { get; }

    static string? Given => Environment.GetEnvironmentVariable("LOGISTICS_TEST_RABBITMQ") is { Length: > 0 } given ? given : null;

    /// <exception cref="InvalidOperationException">There is no RabbitMQ here, or it does not start; the message has what it said.</exception>
    public static async Task<RabbitNode> Start()
    {
        if (Given is { } given)
            return new RabbitNode(new Uri(given), null, null);
        return await Start(RabbitPlace.Choose(1).Single(), "");
    }

    /// <summary>Starts a node of the test's own, whatever broker the tests are given.</summary>
    /// <param name="place">Where; its folder goes with the node.</param>
    /// <param name="configuration">Its <c>rabbitmq.conf</c>.</param>
    /// <exception cref="InvalidOperationException">There is no RabbitMQ here, or it does not start; the message has what it said.</exception>
    public static async Task<RabbitNode> Start(RabbitPlace place, string configuration)
    {
        var start = place.Command("/bin/sh", "-c", Shell, "rabbit", Server(), place.Folder);
        start.RedirectStandardInput = true;
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "rabbitmq.conf"), configuration);
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "plugins"), "[].");
        var node = new RabbitNode(new Uri($"amqp://guest:guest@127.0.0.1:{place.Port}"), place, Process.Start(start)!);
        try
        {
            await node.Run();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again after <see cref="Stop"/>, and returns when it answers.</summary>
    public async Task Run()
    {
        if (running)
            return;
        await Tell("start");
        running = true;
        await Eventually.Holds(
            async () =>
            {
                await Tell("alive");
                return await Answers();
            },
            "RabbitMQ answering");
    }

    /// <summary>Kills it, as a power cut does. What was durable stays.</summary>
    public async Task Stop()
    {
        if (!running)
            return;
        running = false;
        await Tell("stop");
    }

    /// <summary>
    /// Has it write down what it wrote down in its memory: before 4.0 it saves the names of new quorum queues half a second late
    /// (https://github.com/rabbitmq/ra/pull/443), and a queue whose name was lost with its node never has a leader again.
    /// </summary>
    public Task Save() => Control("rabbitmqctl", "eval", "[dets:sync(Table) || Table <- dets:all()].");

    /// <summary>Kills it and starts an empty one at the same address.</summary>
    public async Task Wipe()
    {
        await Stop();
        await Tell("wipe");
        await Run();
    }

    /// <summary>It hangs: connections stay open, nothing answers.</summary>
    public Task Pause() => Tell("pause");

    public Task Resume() => Tell("resume");

    /// <summary>Runs a program such as <c>rabbitmqctl</c> against this node.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public async Task<string> Control(string program, params string[] arguments)
    {
        using var process = Process.Start((place ?? throw new InvalidOperationException(GivenReason)).Command("/bin/sh", ["-c", "exec \"$@\"", "sh", program, .. arguments]))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}{await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (shell is null)
            return;
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    async Task<bool> Answers()
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
            return connection.IsOpen;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException away)
        {
            // Whom it does not know it has answered.
            return away.InnerException is RabbitMQ.Client.Exceptions.AuthenticationFailureException;
        }
    }

    async Task Tell(string command)
    {
        var own = shell ?? throw new InvalidOperationException(GivenReason);
        try
        {
            await own.StandardInput.WriteLineAsync(command);
            await own.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended; what it said is read below.
        }

        if (await own.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException($"RabbitMQ does not run here: {await own.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The script itself: Debian's wrapper insists on a user and on folders of its own.</summary>
    static string Server() =>
        new[] { "/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/sbin/rabbitmq-server" }.FirstOrDefault(File.Exists) ?? "rabbitmq-server";
}
