using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which receipts, reversed ones too. An association sees its own only.</summary>
public sealed record ListReceiptsQuery : PagedQuery
{
    /// <summary>Receipts of this parcel.</summary>
    public ParcelNumber? Parcel { get; init; }

    /// <summary>Receipts of this recipient.</summary>
    public RecipientCode? Recipient { get; init; }

    /// <summary>Receipts in this state.</summary>
    public DocumentState? State { get; init; }
}

/// <summary>A receipt in a list that is ordered by number.</summary>
public sealed record ReceiptRow
{
    public required DocumentNumber Number { get; init; }

    public required ParcelNumber Parcel { get; init; }

    public required RecipientCode Recipient { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether a coordinator entered it for the recipient.</summary>
    public required bool OnBehalf { get; init; }

    /// <summary>Id of the account.</summary>
    public required string ConfirmedBy { get; init; }

    /// <summary>Null if it stands.</summary>
    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>Id of the account.</summary>
    public string? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

    public IReadOnlyList<ReceiptRowLine> Lines { get; init; } = [];
}

/// <summary>What a receipt reports on a line of its parcel, in pieces.</summary>
public sealed record ReceiptRowLine
{
    /// <summary>Line of the parcel.</summary>
    public required int Line { get; init; }

    public required long Good { get; init; }

    public required long Damaged { get; init; }

    public required long Missing { get; init; }

    public required long Unfit { get; init; }

    public string? Reason { get; init; }

    /// <summary>Hashes of its pictures.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListReceiptsQuery, IReadOnlyList<ReceiptRow>> ListReceipts = new(Service, "/receipts");

    public static readonly FileRoute<ListReceiptsQuery> ExportReceipts = new(Service, "/receipts.csv", ["text/csv"]);
}

public sealed partial class DistributionClient
{
    /// <summary>Lists receipts by number.</summary>
    public Task<Reply<IReadOnlyList<ReceiptRow>>> ListReceipts(ListReceiptsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListReceipts, DistributionRoutes.ListReceipts.At(), query, cancel);

    /// <summary>Lists receipts of all pages.</summary>
    public Task<Reply<IReadOnlyList<ReceiptRow>>> ListAllReceipts(ListReceiptsQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(DistributionRoutes.ListReceipts, DistributionRoutes.ListReceipts.At(), query, row => row.Number.Value, cancel);

    /// <summary>Opens a CSV file with a row for each line of the receipts; the page of the query is ignored.</summary>
    public Task<HttpResponseMessage> ExportReceipts(ListReceiptsQuery query, CancellationToken cancel = default) =>
        Calls.Open(DistributionRoutes.ExportReceipts, DistributionRoutes.ExportReceipts.At(), query, cancel);
}
