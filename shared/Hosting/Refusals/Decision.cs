using System.Diagnostics.CodeAnalysis;

namespace Logistics.Hosting.Refusals;

/// <summary>The outcome of a decision: the events to append, or the refusal.</summary>
public sealed class Decision
{
    Decision(IReadOnlyList<object> events) => Events = events;

    Decision(Refusal refusal) => (Events, Refusal) = ([], refusal);

    public IReadOnlyList<object> Events { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    public static Decision Record(params IReadOnlyList<object> events) => new(events);

    public static implicit operator Decision(Refusal refusal) => new(refusal);
}
