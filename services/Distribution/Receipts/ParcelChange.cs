using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Distribution.Receipts;

/// <summary>A receipt of a parcel, or its reversal. The number of changes is the version of the parcel.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Reversal">Whether the change is the reversal of the receipt.</param>
/// <param name="Pieces">Pieces reported by the receipt.</param>
public sealed record ParcelChange(DocumentNumber Receipt, bool Reversal, long Pieces)
{
    /// <summary>Selects the version of a parcel as a column of the table <c>parcel</c>.</summary>
    internal const string Version = "(select count(*) + count(receipt.reversed_at) from receipt where receipt.parcel = parcel.number)";

    /// <summary>Loads the changes in chronological order.</summary>
    public static IReadOnlyList<ParcelChange> Load(Session session, ParcelNumber parcel) =>
    [
        .. session.Query<Row>(
            """
            select receipt.number, receipt.confirmed_at, receipt.reversed_at,
                   (select sum(line.good + line.damaged + line.missing + line.unfit) from receipt_line line where line.receipt = receipt.number) as pieces
            from receipt
            where receipt.parcel = @parcel
            order by receipt.number
            """,
            new { parcel })
            .SelectMany(row => row.ReversedAt is { } reversedAt
                ? new[] { (At: row.ConfirmedAt, Change: row.Confirmed), (At: reversedAt, Change: row.Confirmed with { Reversal = true }) }
                : [(At: row.ConfirmedAt, Change: row.Confirmed)])
            .OrderBy(one => one.At)
            .Select(one => one.Change),
    ];

    sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required DateTimeOffset ConfirmedAt { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public required long Pieces { get; init; }

        public ParcelChange Confirmed => new(Number, false, Pieces);
    }
}
