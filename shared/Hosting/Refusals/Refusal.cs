using Logistics.Contracts.Syntax;

namespace Logistics.Hosting.Refusals;

/// <summary>Why a command was not carried out. Nothing of it was kept.</summary>
/// <param name="Code">Stable, in kebab case; its status and its texts are in the service's <c>Refusals.json</c>.</param>
/// <param name="Facts">The numbers and names that its text and its reader need.</param>
public sealed record Refusal(string Code, params (string Name, object? Value)[] Facts)
{
    /// <summary>Every single fault, where there can be many at once.</summary>
    public IReadOnlyList<RefusalDetail> Errors { get; init; } = [];

    public static implicit operator Refusal(CodeFault fault) =>
        new(fault.Code, [.. (fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value))]);
}

/// <summary>One fault of many.</summary>
/// <param name="Row">Row of a file as its spreadsheet shows it; null for a request.</param>
/// <param name="Field">Column of the file or path in the request.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record RefusalDetail(int? Row, string Field, CodeFault Fault);
