namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Where a recipient stands on the receipts board, in the order of the board.</summary>
public enum Standing
{
    Overdue,
    CaseOpen,
    Waiting,
    Confirmed,
    NothingSent,
}

/// <summary>How far a recipient has confirmed what was sent to it.</summary>
public sealed record BoardRow
{
    public required string Recipient { get; init; }

    public int Parcels { get; init; }

    public int Overdue { get; init; }

    /// <summary>The earliest day by which a parcel that is not all received was expected.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public DateTimeOffset? LastReceiptAt { get; init; }

    public int OpenCases { get; init; }

    public IReadOnlyList<OfGoods> Goods { get; init; } = [];

    public long Sent => Goods.Sum(goods => goods.Sent);

    public long Outstanding => Goods.Sum(goods => goods.Outstanding);

    public Standing Standing =>
        Overdue > 0 ? Standing.Overdue
        : OpenCases > 0 ? Standing.CaseOpen
        : Outstanding > 0 ? Standing.Waiting
        : Parcels > 0 ? Standing.Confirmed
        : Standing.NothingSent;

    /// <summary>Who has waited longest for whom first within a standing; then by code.</summary>
    public static IReadOnlyList<BoardRow> InOrder(IEnumerable<BoardRow> rows) =>
    [
        .. rows.OrderBy(row => row.Standing)
            .ThenBy(row => row.ExpectedOn ?? DateOnly.MaxValue)
            .ThenBy(row => row.Recipient, StringComparer.Ordinal),
    ];

    public sealed record OfGoods
    {
        public required string Product { get; init; }

        public required string Size { get; init; }

        public required long Sent { get; init; }

        public required long Good { get; init; }

        public required long Differing { get; init; }

        public required long Outstanding { get; init; }
    }
}
