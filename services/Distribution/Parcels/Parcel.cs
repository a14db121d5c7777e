using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;

namespace Logistics.Distribution.Parcels;

/// <summary>A parcel as seen by decisions.</summary>
/// <param name="Number">Its number.</param>
/// <param name="DispatchedAt">Time of dispatch, with the local offset.</param>
/// <param name="Lines">The goods sent, and how much of them valid receipts report on.</param>
public sealed record Parcel(ParcelNumber Number, DateTimeOffset DispatchedAt, IReadOnlyList<SentLine> Lines)
{
    public RecipientCode Recipient => Number.Recipient;

    public long Outstanding => Lines.Sum(line => line.Outstanding);

    public static string Stream(ParcelNumber number) => $"parcel/{number}";

    public static Parcel? Load(Session session, ParcelNumber number)
    {
        var row = session.Find<Row>("select dispatched_at from parcel where number = @number", new { number });
        if (row is null)
            return null;
        var lines = session.Query<LineRow>(
            """
            select line as parcel_line, cartons, donation, donation_line as line, product, size, lot, expiry, pieces, reported
            from parcel_line
            where parcel = @number
            order by line
            """,
            new { number });
        return new Parcel(number, row.DispatchedAt, [.. lines.Select(line => new SentLine(new ParcelLine(line.ParcelLine, line.Cartons, line.Goods), line.Reported))]);
    }

    sealed record Row
    {
        public required DateTimeOffset DispatchedAt { get; init; }
    }

    sealed record LineRow : GoodsRow
    {
        public required int ParcelLine { get; init; }

        public required int Cartons { get; init; }

        public required long Reported { get; init; }
    }
}

/// <param name="Line">The goods sent.</param>
/// <param name="Reported">Pieces of them in valid receipts.</param>
public sealed record SentLine(ParcelLine Line, long Reported)
{
    public int Number => Line.Line;

    public Goods Goods => Line.Goods;

    public long Outstanding => Line.Goods.Pieces - Reported;
}
