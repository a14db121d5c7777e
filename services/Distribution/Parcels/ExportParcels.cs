using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Writes parcels as CSV, a row for each line, with the filters of <see cref="ListParcels"/>.</summary>
public static class ExportParcels
{
    sealed record Row
    {
        public required ParcelNumber Number { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required ParcelState State { get; init; }

        public required string Carrier { get; init; }

        public string? Waybill { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required int Line { get; init; }

        public required DonationNumber Donation { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public required long Outstanding { get; init; }
    }

    static readonly CsvColumn<Row>[] Columns =
    [
        new(new("Parcel", "発送番号", "发货编号"), row => row.Number),
        new(new("Recipient code", "受領者コード", "接收方代码"), row => row.Recipient),
        new(new("Recipient", "受領者", "接收方"), row => Recipient.Name(row.Recipient)),
        new(new("State", "状態", "状态"), row => row.State switch
        {
            ParcelState.Received => new Worded("Received", "受領済み", "已签收"),
            ParcelState.PartlyReceived => new Worded("Partly received", "一部受領", "部分签收"),
            ParcelState.InDelivery => new Worded("In delivery", "配送中", "运送中"),
        }),
        new(new("Carrier", "運送会社", "承运方"), row => row.Carrier),
        new(new("Waybill", "送り状番号", "运单号"), row => row.Waybill),
        new(new("Dispatched at", "発送日時", "发货时间"), row => row.DispatchedAt),
        new(new("Expected on", "到着予定日", "预计送达日"), row => row.ExpectedOn),
        new(new("Line", "行", "行"), row => row.Line),
        new(new("Donation", "寄贈番号", "捐赠编号"), row => row.Donation),
        new(new("Product", "品目", "产品"), row => ProductWords.Name(row.Product)),
        new(new("Size", "サイズ", "尺码"), row => row.Size),
        new(new("Lot", "ロット", "批号"), row => row.Lot),
        new(new("Expiry", "使用期限", "有效期"), row => row.Expiry),
        new(new("Cartons", "箱数", "箱数"), row => row.Cartons),
        new(new("Sent", "発送数", "发出数量"), row => row.Pieces),
        new(new("Good", "良品", "完好"), row => row.Good),
        new(new("Damaged", "破損", "破损"), row => row.Damaged),
        new(new("Missing", "不足", "缺少"), row => row.Missing),
        new(new("Unfit", "不適", "不合格"), row => row.Unfit),
        new(new("Outstanding", "未確認", "待确认"), row => row.Outstanding),
    ];

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ExportParcels, Answer, Roles.SignedIn);

    static CsvFile<Row> Answer(ListParcelsQuery asked, Query query) => new("parcels", Columns, query.Stream<Row>(
        $"""
        select parcel.number, parcel.recipient, {ListParcels.State} as state, parcel.carrier, parcel.waybill, parcel.dispatched_at, parcel.expected_on,
               sent.line, sent.donation, sent.product, sent.size, sent.lot, sent.expiry, sent.cartons, sent.pieces, sent.pieces - sent.reported as outstanding,
               coalesce(sum(found.good), 0) as good, coalesce(sum(found.damaged), 0) as damaged,
               coalesce(sum(found.missing), 0) as missing, coalesce(sum(found.unfit), 0) as unfit
        from parcel
        join parcel_line sent on sent.parcel = parcel.number
        left join receipt on receipt.parcel = parcel.number and receipt.reversed_at is null
        left join receipt_line found on found.receipt = receipt.number and found.line = sent.line
        where {ListParcels.Where}
        group by parcel.number, parcel.recipient, parcel.outstanding, parcel.pieces, parcel.carrier, parcel.waybill, parcel.dispatched_at, parcel.expected_on,
                 sent.line, sent.donation, sent.product, sent.size, sent.lot, sent.expiry, sent.cartons, sent.pieces, sent.reported
        order by parcel.number, sent.line
        """,
        ListParcels.Parameters(asked, query)));
}
