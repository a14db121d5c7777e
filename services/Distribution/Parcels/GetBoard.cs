using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>
/// How far each recipient is, the overdue first, then those with the most outstanding: all that anything is kept for or was sent to, or an
/// association's own. <c>?on=</c> is the day by which parcels are overdue.
/// </summary>
public static class GetBoard
{
    /// <summary>All in pieces, but for the parcels.</summary>
    public sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        /// <summary>Kept at the hub for it by a published plan.</summary>
        public required long Reserved { get; init; }

        public required int Parcels { get; init; }

        public required long Dispatched { get; init; }

        /// <summary>That receipts have reported on, good or not.</summary>
        public required long Received { get; init; }

        public required long Outstanding { get; init; }

        /// <summary>Parcels not all received and expected before the day asked for; 0 where no day was.</summary>
        public required int OverdueParcels { get; init; }

        public required long Overdue { get; init; }

        /// <summary>The earliest day by which a parcel that is not all received was expected.</summary>
        public DateOnly? ExpectedOn { get; init; }

        /// <summary>Of the receipt with the last number that stands.</summary>
        public DateTimeOffset? LastReceivedAt { get; init; }

        /// <summary>Cases of its receipts that have not found their end.</summary>
        public required int OpenDiscrepancies { get; init; }

        /// <summary>The same by product and size, since masks and garments do not add up.</summary>
        public IReadOnlyList<OfGoods> Goods { get; init; } = [];
    }

    /// <summary>Pieces sent; good, and damaged, missing or unfit by receipts that stand; and those that no receipt has told of.</summary>
    public sealed record OfGoods
    {
        internal RecipientCode Recipient { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required long Sent { get; init; }

        public required long Good { get; init; }

        public required long Differing { get; init; }

        public required long Outstanding { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/board", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query)
    {
        var asked = new { own = query.Own(), on = query.Day("on")?.ToString("O", CultureInfo.InvariantCulture) ?? "" };
        var goods = query.Rows<OfGoods>(
            """
            select parcel.recipient, sent.product, sent.size, sum(sent.pieces) as sent, sum(coalesce(found.good, 0)) as good,
                   sum(sent.reported - coalesce(found.good, 0)) as differing, sum(sent.pieces - sent.reported) as outstanding
            from parcel
            join parcel_line sent on sent.parcel = parcel.number
            left join (select receipt.parcel, receipt_line.line, sum(receipt_line.good) as good
                       from receipt join receipt_line on receipt_line.receipt = receipt.number
                       where receipt.reversed_at is null
                       group by receipt.parcel, receipt_line.line) found on found.parcel = sent.parcel and found.line = sent.line
            where @own = '' or parcel.recipient = @own
            group by parcel.recipient, sent.product, sent.size
            order by sent.product, sent.size
            """,
            asked).ToLookup(one => one.Recipient);
        return [.. Rows(query, asked).Select(row => row with { Goods = [.. goods[row.Recipient]] })];
    }

    static List<Row> Rows(Query query, object asked) => query.Rows<Row>(
        """
        select party.recipient,
               (select coalesce(sum(carton.pieces), 0) from carton where carton.state = 'reserved' and carton.recipient = party.recipient) as reserved,
               count(parcel.number) as parcels, coalesce(sum(parcel.pieces), 0) as dispatched,
               coalesce(sum(parcel.pieces - parcel.outstanding), 0) as received, coalesce(sum(parcel.outstanding), 0) as outstanding,
               coalesce(sum(case when parcel.outstanding > 0 and parcel.expected_on < @on then 1 else 0 end), 0) as overdue_parcels,
               coalesce(sum(case when parcel.expected_on < @on then parcel.outstanding else 0 end), 0) as overdue,
               min(case when parcel.outstanding > 0 then parcel.expected_on end) as expected_on,
               (select receipt.received_at from receipt where receipt.number = (
                    select max(last.number) from receipt last where last.recipient = party.recipient and last.reversed_at is null)) as last_received_at,
               (select count(*) from discrepancy where discrepancy.recipient = party.recipient and discrepancy.void = 0 and discrepancy.unsettled > 0) as open_discrepancies
        from (select recipient from parcel union select recipient from carton where state = 'reserved') party
        left join parcel on parcel.recipient = party.recipient
        where @own = '' or party.recipient = @own
        group by party.recipient
        order by overdue_parcels desc, outstanding desc, party.recipient
        """,
        asked);
}
