using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <summary>Tells whether the pieces of a receipt's discrepancy are resolved.</summary>
public enum ReceiptDiscrepancyState
{
    /// <summary>Some are unsettled.</summary>
    Open,

    Settled,

    /// <summary>The receipt was reversed.</summary>
    Void,
}

/// <summary>Which discrepancies of receipts. An association sees its own only.</summary>
public sealed record ListReceiptDiscrepanciesQuery : PagedQuery
{
    public ReceiptDiscrepancyState? State { get; init; }

    public DiscrepancyKind? Kind { get; init; }

    public RecipientCode? Recipient { get; init; }

    public ParcelNumber? Parcel { get; init; }
}

/// <summary>What a receipt found wrong, in a list that is ordered by number.</summary>
public sealed record ReceiptDiscrepancyRow
{
    public required DocumentNumber Number { get; init; }

    public required DocumentNumber Receipt { get; init; }

    public required ParcelNumber Parcel { get; init; }

    public required RecipientCode Recipient { get; init; }

    /// <summary>Line of the parcel.</summary>
    public required int Line { get; init; }

    public required DiscrepancyKind Kind { get; init; }

    public required ReceiptDiscrepancyState State { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    /// <summary>Blank if unknown.</summary>
    public required string Lot { get; init; }

    public required long Pieces { get; init; }

    /// <summary>Pieces that are still to be resolved.</summary>
    public required long Unsettled { get; init; }

    public required string Reason { get; init; }

    /// <summary>Hashes of the pictures that its receipt has of the line.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<ReceiptDiscrepancyResolution> Resolutions { get; init; } = [];
}

/// <summary>What became of some pieces.</summary>
public sealed record ReceiptDiscrepancyResolution
{
    public required Resolution Resolution { get; init; }

    public required long Pieces { get; init; }

    public required string Reason { get; init; }

    /// <summary>Id of the account.</summary>
    public required string ResolvedBy { get; init; }

    public required DateTimeOffset ResolvedAt { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListReceiptDiscrepanciesQuery, IReadOnlyList<ReceiptDiscrepancyRow>> ListDiscrepancies = new(Service, "/discrepancies");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists discrepancies of receipts by number.</summary>
    public Task<Reply<IReadOnlyList<ReceiptDiscrepancyRow>>> ListDiscrepancies(ListReceiptDiscrepanciesQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListDiscrepancies, DistributionRoutes.ListDiscrepancies.At(), query, cancel);

    /// <summary>Lists discrepancies of receipts of all pages.</summary>
    public Task<Reply<IReadOnlyList<ReceiptDiscrepancyRow>>> ListAllDiscrepancies(ListReceiptDiscrepanciesQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(DistributionRoutes.ListDiscrepancies, DistributionRoutes.ListDiscrepancies.At(), query, row => row.Number.Value, cancel);
}
