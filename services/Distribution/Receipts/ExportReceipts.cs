using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>Writes receipts as CSV, a row for each line, with the filters of <see cref="ListReceipts"/>.</summary>
public static class ExportReceipts
{
    sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required ParcelNumber Parcel { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required bool OnBehalf { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversalReason { get; init; }

        public required int Line { get; init; }

        public required DonationNumber Donation { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }
    }

    static readonly CsvColumn<Row>[] Columns =
    [
        new("receipt", row => row.Number),
        new("parcel", row => row.Parcel),
        new("recipient-code", row => row.Recipient),
        new("recipient", row => Recipient.Name(row.Recipient)),
        new("received-at", row => row.ReceivedAt),
        new("entered-by", row => row.OnBehalf ? ColumnWords.Of("cell.ngmo-on-behalf") : ColumnWords.Of("cell.recipient")),
        new("state", row => row.ReversedAt is null ? ColumnWords.Of("cell.standing") : ColumnWords.Of("cell.reversed")),
        new("line", row => row.Line),
        new("donation", row => row.Donation),
        new("product", row => ProductWords.Name(row.Product)),
        new("size", row => row.Size),
        new("lot", row => row.Lot),
        new("good", row => row.Good),
        new("damaged", row => row.Damaged),
        new("missing", row => row.Missing),
        new("unfit", row => row.Unfit),
        new("reason", row => row.Reason),
        new("reversed-at", row => row.ReversedAt),
        new("reason-of-reversal", row => row.ReversalReason),
    ];

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ExportReceipts, Answer, Roles.SignedIn);

    static CsvFile<Row> Answer(ListReceiptsQuery asked, Query query) => new("receipts", Columns, query.Stream<Row>(
        $"""
        select receipt.number, receipt.parcel, receipt.recipient, receipt.received_at, receipt.on_behalf, receipt.reversed_at, receipt.reversal_reason,
               found.line, sent.donation, sent.product, sent.size, sent.lot, found.good, found.damaged, found.missing, found.unfit, found.reason
        from receipt
        join receipt_line found on found.receipt = receipt.number
        join parcel_line sent on sent.parcel = receipt.parcel and sent.line = found.line
        where {ListReceipts.Where}
        order by receipt.number, found.line
        """,
        ListReceipts.Parameters(asked, query)));
}
