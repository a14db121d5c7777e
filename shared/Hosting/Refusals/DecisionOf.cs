using System.Diagnostics.CodeAnalysis;

namespace Logistics.Hosting.Refusals;

/// <summary>The outcome of a decision that appends one event: the event, or the refusal.</summary>
public sealed class Decision<TEvent> where TEvent : class
{
    Decision(TEvent? @event, Refusal? refusal) => (Event, Refusal) = (@event, refusal);

    public TEvent? Event { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Event))]
    public bool IsRefused => Event is null;

    public static implicit operator Decision<TEvent>(TEvent @event) => new(@event, null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new(null, refusal);

    public static implicit operator Decision(Decision<TEvent> one) => one.IsRefused ? one.Refusal : Decision.Record(one.Event);
}
