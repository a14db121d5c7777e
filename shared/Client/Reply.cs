using System.Diagnostics.CodeAnalysis;

namespace Logistics.Client;

/// <summary>What a service answered: a body, or the problem.</summary>
public sealed record Reply<T>(T? Body, Problem? Problem)
{
    [MemberNotNullWhen(true, nameof(Body))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>Tells that readers do not see the command's effect yet, because its event is still on its way to them.</summary>
    public bool OnItsWay { get; init; }

    /// <summary>Logs that the answer does not include up to the positions asked for, because their events have not arrived yet.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];

    /// <summary>Rows of all pages of a list; null if the answer is no such list.</summary>
    public long? Total { get; init; }

    /// <summary>Returns the body.</summary>
    /// <exception cref="InvalidOperationException">The service refused; the message holds code and detail.</exception>
    public T Expect() => Succeeded ? Body : throw new InvalidOperationException($"{Problem.Status} {Problem.Code}: {Problem.Detail}");
}
