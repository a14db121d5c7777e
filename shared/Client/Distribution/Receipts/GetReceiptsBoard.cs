using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

public sealed record GetReceiptsBoardQuery
{
    /// <summary>The day on which parcels count as overdue; none does if null.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>How far a recipient has confirmed what was sent to it.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Parcels">All that were sent to it.</param>
/// <param name="Overdue">Parcels with pieces outstanding that were expected before the day asked for.</param>
/// <param name="ExpectedOn">The earliest expected day of a parcel with pieces outstanding.</param>
/// <param name="OpenCases">Discrepancies with unsettled pieces.</param>
/// <param name="LastReceiptAt">When the goods of the last receipt that stands came.</param>
/// <param name="Goods">By product and size.</param>
public sealed record ReceiptsBoardRow(
    RecipientCode Recipient,
    int Parcels,
    int Overdue,
    DateOnly? ExpectedOn,
    int OpenCases,
    DateTimeOffset? LastReceiptAt,
    IReadOnlyList<ReceiptsBoardGoods> Goods);

/// <summary>Goods of one kind that were sent to a recipient, in pieces, by receipts that stand.</summary>
public sealed record ReceiptsBoardGoods
{
    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    public required long Sent { get; init; }

    public required long Good { get; init; }

    /// <summary>Damaged, missing or unfit.</summary>
    public required long Differing { get; init; }

    /// <summary>Pieces that no receipt reports on.</summary>
    public required long Outstanding { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<GetReceiptsBoardQuery, IReadOnlyList<ReceiptsBoardRow>> GetReceiptsBoard = new(Service, "/receipts/board");
}

public sealed partial class DistributionClient
{
    /// <summary>Tells how far each recipient has confirmed; lists those that were sent nothing, too.</summary>
    public Task<Reply<IReadOnlyList<ReceiptsBoardRow>>> GetReceiptsBoard(GetReceiptsBoardQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.GetReceiptsBoard, DistributionRoutes.GetReceiptsBoard.At(), query, cancel);
}
