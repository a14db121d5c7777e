using Logistics.EventLog.Transport;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Hosting.Health;

/// <summary>Checks whether the queues of a service exist on the broker and each has a consumer.</summary>
sealed class QueuesCheck(BrokerLink link, ServiceDefinition service) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (link.Blocked is { } alarm)
            return HealthCheckResult.Degraded(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["blocked"] = alarm });
        if (link.Connection is not { IsOpen: true } connection)
            return HealthCheckResult.Degraded();
        try
        {
            // Closing the channel of a hanging broker would block.
            var queues = await Look(connection).WaitAsync(cancellationToken);
            var data = queues.ToDictionary(queue => queue.QueueName, object (queue) => new { messages = queue.MessageCount, consumers = queue.ConsumerCount }, StringComparer.Ordinal);
            return queues.TrueForAll(queue => queue.ConsumerCount > 0) ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
        }
        catch (Exception error) when (error is OperationInterruptedException or OperationCanceledException or IOException)
        {
            return HealthCheckResult.Degraded(error.Message);
        }
    }

    async Task<List<QueueDeclareOk>> Look(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync();
        var queues = new List<QueueDeclareOk>();
        foreach (var queue in Topology.QueuesOf(service.Name, service.Sources))
            queues.Add(await channel.QueueDeclarePassiveAsync(queue));
        return queues;
    }
}
