namespace Logistics.EventLog;

/// <summary>Identifies the actor and the command that cause an append.</summary>
/// <param name="Actor">Account id; for a reaction, the service.</param>
/// <param name="CommandId">The caller's idempotency key; for a reaction, <c>source/seq</c> of the event that caused it.</param>
/// <param name="TraceParent">W3C trace context.</param>
public readonly record struct Origin(string Actor, string CommandId, string? TraceParent = null);
