using System.Globalization;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>Returns how far each recipient has confirmed what was sent to it, including recipients that were sent nothing.</summary>
public static class GetReceiptsBoard
{
    sealed record GoodsOf
    {
        public required RecipientCode Recipient { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required long Sent { get; init; }

        public required long Good { get; init; }

        public required long Differing { get; init; }

        public required long Outstanding { get; init; }
    }

    sealed record ParcelsOf
    {
        public required RecipientCode Recipient { get; init; }

        public required int Parcels { get; init; }

        public required int Overdue { get; init; }

        public DateOnly? ExpectedOn { get; init; }
    }

    sealed record CasesOf
    {
        public required RecipientCode Recipient { get; init; }

        public required int Cases { get; init; }
    }

    sealed record ReceivedOf
    {
        public required RecipientCode Recipient { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetReceiptsBoard, Answer, Roles.Staff);

    static List<ReceiptsBoardRow> Answer(GetReceiptsBoardQuery asked, Query query)
    {
        var parcels = query.Rows<ParcelsOf>(
            """
            select recipient, count(*) as parcels,
                   sum(case when outstanding > 0 and expected_on < @on then 1 else 0 end) as overdue,
                   min(case when outstanding > 0 then expected_on end) as expected_on
            from parcel
            group by recipient
            """,
            new { on = asked.On?.ToString("O", CultureInfo.InvariantCulture) ?? "" }).ToDictionary(row => row.Recipient);
        var cases = query.Rows<CasesOf>("select recipient, count(*) as cases from discrepancy where void = 0 and unsettled > 0 group by recipient")
            .ToDictionary(row => row.Recipient, row => row.Cases);
        // Compared as instants, because the texts have different offsets.
        var last = query.Rows<ReceivedOf>("select recipient, received_at from receipt where reversed_at is null")
            .GroupBy(row => row.Recipient, row => row.ReceivedAt)
            .ToDictionary(receipts => receipts.Key, receipts => receipts.Max());
        var goods = query.Rows<GoodsOf>(
            """
            select parcel.recipient, sent.product, sent.size, sum(sent.pieces) as sent, sum(coalesce(found.good, 0)) as good,
                   sum(sent.reported - coalesce(found.good, 0)) as differing, sum(sent.pieces - sent.reported) as outstanding
            from parcel
            join parcel_line sent on sent.parcel = parcel.number
            left join (select receipt.parcel, receipt_line.line, sum(receipt_line.good) as good
                       from receipt join receipt_line on receipt_line.receipt = receipt.number
                       where receipt.reversed_at is null
                       group by receipt.parcel, receipt_line.line) found on found.parcel = sent.parcel and found.line = sent.line
            group by parcel.recipient, sent.product, sent.size
            order by sent.product, sent.size
            """).ToLookup(
            row => row.Recipient,
            row => new ReceiptsBoardGoods
            {
                Product = row.Product,
                Size = row.Size,
                Sent = row.Sent,
                Good = row.Good,
                Differing = row.Differing,
                Outstanding = row.Outstanding,
            });
        var uploaded = query.Rows<RecipientCode>("select distinct recipient from indicator_value");
        return
        [
            .. Recipient.Codes(uploaded.Concat(parcels.Keys)).Select(code => new ReceiptsBoardRow(
                code,
                parcels.GetValueOrDefault(code)?.Parcels ?? 0,
                parcels.GetValueOrDefault(code)?.Overdue ?? 0,
                parcels.GetValueOrDefault(code)?.ExpectedOn,
                cases.GetValueOrDefault(code),
                last.TryGetValue(code, out var at) ? at : null,
                [.. goods[code]])),
        ];
    }
}
