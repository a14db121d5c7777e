using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Parcels;
using Logistics.EventLog;

namespace Logistics.Distribution.Receipts;

/// <summary>A receipt as seen by decisions.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Parcel">Its parcel.</param>
/// <param name="Reversed">Whether it was reversed.</param>
/// <param name="Lines">The findings, with the goods they concern.</param>
/// <param name="Cases">The discrepancies it opened.</param>
public sealed record Receipt(
    DocumentNumber Number,
    ParcelNumber Parcel,
    bool Reversed,
    IReadOnlyList<FoundLine> Lines,
    IReadOnlyList<Case> Cases)
{
    public RecipientCode Recipient => Parcel.Recipient;

    public static Receipt? Load(Session session, DocumentNumber number)
    {
        var row = session.Find<Row>("select parcel, reversed_at from receipt where number = @number", new { number });
        if (row is null || Parcels.Parcel.Load(session, row.Parcel) is not { } parcel)
            return null;
        var goods = parcel.Lines.ToDictionary(line => line.Number, line => line.Goods);
        return new Receipt(
            number,
            row.Parcel,
            row.ReversedAt is not null,
            [
                .. session.Query<LineRow>("select line, good, damaged, missing, unfit, reason from receipt_line where receipt = @number order by line", new { number })
                    .Select(line => new FoundLine(goods[line.Line], new ReceiptLine(line.Line, line.Good, line.Damaged, line.Missing, line.Unfit, line.Reason))),
            ],
            [
                .. session.Query<CaseRow>("select number, line, kind, pieces, unsettled from discrepancy where receipt = @number order by number", new { number })
                    .Select(row => new Case(row.Number, row.Line, Enum.Parse<DiscrepancyKind>(row.Kind, ignoreCase: true), row.Pieces, row.Unsettled)),
            ]);
    }

    sealed record Row
    {
        public required ParcelNumber Parcel { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }
    }

    sealed record LineRow
    {
        public required int Line { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }
    }

    sealed record CaseRow
    {
        public required DocumentNumber Number { get; init; }

        public required int Line { get; init; }

        public required string Kind { get; init; }

        public required long Pieces { get; init; }

        public required long Unsettled { get; init; }
    }
}

/// <summary>A line of a receipt with the goods that were sent.</summary>
public sealed record FoundLine(Goods Sent, ReceiptLine Found)
{
    /// <summary>Returns the movements out of the delivery, to the account of each finding.</summary>
    public IEnumerable<Movement> Movements(RecipientCode recipient) =>
        new[]
        {
            (To: LedgerAccount.Association(recipient), Pieces: Found.Good),
            (To: LedgerAccount.DamagedAt(recipient), Pieces: Found.Damaged),
            (To: LedgerAccount.MissingFrom(recipient), Pieces: Found.Missing),
            (To: LedgerAccount.HeldAt(recipient), Pieces: Found.Unfit),
        }
        .Where(part => part.Pieces > 0)
        .Select(part => new Movement(LedgerAccount.InDelivery(recipient), part.To, Sent with { Pieces = part.Pieces }));

    /// <summary>Returns the discrepancies to be resolved by a person.</summary>
    public IEnumerable<(DiscrepancyKind Kind, Goods Goods)> Cases() =>
        new[]
        {
            (Kind: DiscrepancyKind.Damage, Pieces: Found.Damaged),
            (Kind: DiscrepancyKind.Shortage, Pieces: Found.Missing),
            (Kind: DiscrepancyKind.Unfit, Pieces: Found.Unfit),
        }
        .Where(part => part.Pieces > 0)
        .Select(part => (part.Kind, Sent with { Pieces = part.Pieces }));
}

/// <summary>A discrepancy of a receipt.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">Line of the parcel.</param>
/// <param name="Kind">The reported condition.</param>
/// <param name="Pieces">Pieces reported.</param>
/// <param name="Unsettled">Pieces not yet resolved.</param>
public sealed record Case(DocumentNumber Number, int Line, DiscrepancyKind Kind, long Pieces, long Unsettled);
