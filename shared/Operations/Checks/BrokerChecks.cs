using System.Net.Sockets;
using System.Security.Authentication;
using Logistics.EventLog.Transport;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Operations.Checks;

/// <summary>Checks whether the broker is usable and what the queues of a program hold.</summary>
static class BrokerChecks
{
    const string Check = "broker";

    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<List<Finding>> All(BrokerAddress broker, IReadOnlyList<ServiceDefinition> services)
    {
        try
        {
            using var timeout = new CancellationTokenSource(Timeout * 2);
            var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false, ClientProvidedName = "doctor", ContinuationTimeout = Timeout };
            broker.Configure(factory);
            await using var connection = await factory.CreateConnectionAsync(timeout.Token);
            List<Finding> findings = [new(Level.Ok, Check, $"{broker.Text} answers"), await Takes(connection)];
            foreach (var queue in services.SelectMany(service => Topology.QueuesOf(service.Name, service.Sources)))
            {
                findings.Add(await Messages(connection, queue) is { } waiting
                    ? new(Level.Ok, $"queue {queue}", $"{waiting} messages waiting")
                    : new(Level.Warning, $"queue {queue}", "is missing", "The program declares it when it starts. If the program is running, look at its log."));
                foreach (var dead in new[] { queue + "_error", queue + "_skipped" })
                {
                    if (await Messages(connection, dead) is > 0 and var letters)
                        findings.Add(new(Level.Warning, $"queue {dead}", $"{letters} messages that could not be read", "See 'Dead letters' in deploy/README.md."));
                }
            }

            return findings;
        }
        catch (Exception error) when (error is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or OperationCanceledException or TimeoutException or IOException)
        {
            return [new(Level.Problem, Check, $"{broker.Text} cannot be used: {Cause(error)}", "Commands are still accepted, and followers catch up when the broker is back. See 'The broker is lost' in deploy/README.md.")];
        }
    }

    /// <summary>Checks whether the broker confirms a message. With a memory or disk alarm it stops reading from publishers.</summary>
    static async Task<Finding> Takes(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            // No queue has this name: the broker confirms the message and drops it.
            await channel.BasicPublishAsync("", Guid.NewGuid().ToString(), ReadOnlyMemory<byte>.Empty, timeout.Token);
            return new(Level.Ok, Check, "takes messages");
        }
        catch (OperationCanceledException)
        {
            return new(Level.Problem, Check, "accepts no messages because of a memory or disk alarm", "Provide memory or disk space; see rabbitmq-diagnostics alarms.");
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            return new(Level.Ok, Check, "not tested whether it accepts messages: the user may not publish to the default exchange");
        }
    }

    /// <returns>Null if the queue does not exist.</returns>
    static async Task<uint?> Messages(IConnection connection, string queue)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    static string Cause(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationFailureException:
                    return "it rejects the user name or the password.";
                case OperationInterruptedException { ShutdownReason: { } reason }:
                    return $"{reason.ReplyText}.";
                case AuthenticationException:
                    return $"TLS fails: {cause.Message}";
                case SocketException socket:
                    return $"{socket.Message}.";
            }
        }

        return error.Message;
    }
}
