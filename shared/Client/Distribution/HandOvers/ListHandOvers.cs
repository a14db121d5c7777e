using Logistics.Contracts;
using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which hand-overs, reversed ones too. An association sees its own only.</summary>
public sealed record ListHandOversQuery : PagedQuery
{
    /// <summary>Hand-overs of this association.</summary>
    public RecipientCode? Recipient { get; init; }

    /// <summary>Hand-overs to this institution.</summary>
    public InstitutionCode? Institution { get; init; }

    /// <summary>Hand-overs in this state.</summary>
    public DocumentState? State { get; init; }
}

/// <summary>A hand-over in a list that is ordered by number.</summary>
public sealed record HandOverRow
{
    public required DocumentNumber Number { get; init; }

    /// <summary>The association.</summary>
    public required RecipientCode Recipient { get; init; }

    public required InstitutionCode Institution { get; init; }

    public required string InstitutionName { get; init; }

    /// <summary>Whether the institution belongs to the association.</summary>
    public required bool Member { get; init; }

    public required DateTimeOffset HandedOverAt { get; init; }

    /// <summary>Id of the account.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Null if it stands.</summary>
    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>Id of the account.</summary>
    public string? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

    public IReadOnlyList<Goods> Goods { get; init; } = [];
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListHandOversQuery, IReadOnlyList<HandOverRow>> ListHandOvers = new(Service, "/handovers");

    public static readonly FileRoute<ListHandOversQuery> ExportHandOvers = new(Service, "/handovers.csv", ["text/csv"]);
}

public sealed partial class DistributionClient
{
    /// <summary>Lists hand-overs by number.</summary>
    public Task<Reply<IReadOnlyList<HandOverRow>>> ListHandOvers(ListHandOversQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListHandOvers, DistributionRoutes.ListHandOvers.At(), query, cancel);

    /// <summary>Lists hand-overs of all pages.</summary>
    public Task<Reply<IReadOnlyList<HandOverRow>>> ListAllHandOvers(ListHandOversQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(DistributionRoutes.ListHandOvers, DistributionRoutes.ListHandOvers.At(), query, row => row.Number.Value, cancel);

    /// <summary>Opens a CSV file with a row for each kind of goods of the hand-overs; the page of the query is ignored.</summary>
    public Task<HttpResponseMessage> ExportHandOvers(ListHandOversQuery query, CancellationToken cancel = default) =>
        Calls.Open(DistributionRoutes.ExportHandOvers, DistributionRoutes.ExportHandOvers.At(), query, cancel);
}
