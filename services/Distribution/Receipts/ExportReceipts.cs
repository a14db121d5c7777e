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
        new(new("Receipt", "受領番号", "签收编号"), row => row.Number),
        new(new("Parcel", "発送番号", "发货编号"), row => row.Parcel),
        new(new("Recipient code", "受領者コード", "接收方代码"), row => row.Recipient),
        new(new("Recipient", "受領者", "接收方"), row => Recipient.Name(row.Recipient)),
        new(new("Received at", "受領日時", "签收时间"), row => row.ReceivedAt),
        new(new("Entered by", "入力", "录入"), row => row.OnBehalf ? new Worded("NGMO on behalf", "NGMO による代行", "NGMO 代录") : new Worded("Recipient", "受領者", "接收方")),
        new(new("State", "状態", "状态"), row => row.ReversedAt is null ? new Worded("Standing", "有効", "有效") : new Worded("Reversed", "取消済み", "已撤销")),
        new(new("Line", "行", "行"), row => row.Line),
        new(new("Donation", "寄贈番号", "捐赠编号"), row => row.Donation),
        new(new("Product", "品目", "产品"), row => ProductWords.Name(row.Product)),
        new(new("Size", "サイズ", "尺码"), row => row.Size),
        new(new("Lot", "ロット", "批号"), row => row.Lot),
        new(new("Good", "良品", "完好"), row => row.Good),
        new(new("Damaged", "破損", "破损"), row => row.Damaged),
        new(new("Missing", "不足", "缺少"), row => row.Missing),
        new(new("Unfit", "不適", "不合格"), row => row.Unfit),
        new(new("Reason", "理由", "原因"), row => row.Reason),
        new(new("Reversed at", "取消日時", "撤销时间"), row => row.ReversedAt),
        new(new("Reason of reversal", "取消理由", "撤销原因"), row => row.ReversalReason),
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
