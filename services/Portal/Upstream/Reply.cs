using System.Diagnostics.CodeAnalysis;

namespace Logistics.Portal.Upstream;

/// <summary>What a service answered: a body, or the problem.</summary>
public sealed record Reply<T>(T? Body, Problem? Problem)
{
    [MemberNotNullWhen(true, nameof(Body))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>Whether the pages do not show its effect yet, because the event is still on its way to them.</summary>
    public bool OnItsWay { get; init; }

    /// <summary>Of a list that is cut into pages, the rows of all pages; null where the service does not tell.</summary>
    public long? Total { get; init; }
}
