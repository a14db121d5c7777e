using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>Exports the cartons of a consignment as CSV, a row for each of their goods.</summary>
public static class ExportCartons
{
    sealed record Row
    {
        public required CartonId Id { get; init; }

        public string? SenderCode { get; init; }

        public required string Flight { get; init; }

        public required CartonState State { get; init; }

        public Condition? Condition { get; init; }

        public string? Reason { get; init; }

        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    static readonly CsvColumn<Row>[] Columns =
    [
        // Includes the application identifier because spreadsheets round 18-digit numbers.
        new(new("SSCC", "SSCC", "SSCC"), row => row.Id.IsSscc ? $"(00){row.Id}" : ""),
        new(new("Carton No", "箱番号", "箱号"), row => row.SenderCode),
        new(new("Flight", "便名", "航班"), row => row.Flight),
        new(new("Donation", "寄贈番号", "捐赠编号"), row => row.Donation),
        new(new("Line", "行", "行"), row => row.Line),
        new(new("Product", "品目", "产品"), row => ProductWords.Name(row.Product)),
        new(new("Size", "サイズ", "尺码"), row => row.Size),
        new(new("Lot", "ロット", "批号"), row => row.Lot),
        new(new("Expiry", "使用期限", "有效期"), row => row.Expiry),
        new(new("Pieces", "数量", "数量"), row => row.Pieces),
        new(new("State", "状態", "状态"), row => CartonWords.Of(row.State)),
        new(new("Counted as", "検数結果", "清点结果"), row => row.Condition is { } condition ? CartonWords.Of(condition) : null),
        new(new("Reason", "理由", "原因"), row => row.Reason),
    ];

    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ExportCartons, Answer, Roles.Staff);

    static CsvFile<Row>? Answer(ListCartonsQuery asked, Query query) =>
        ListCartons.Filter(asked, query) is not { } filter ? null : new CsvFile<Row>($"cartons-{query.Route<AirWaybill>("airWaybill")}", Columns, query.Stream<Row>(
            $"""
            select listed.id, listed.sender_code, listed.flight, listed.state, listed.donation, listed.condition, listed.reason,
                   goods.line, goods.product, goods.size, goods.lot, goods.expiry, goods.pieces
            from (select carton.id, carton.sender_code, carton.flight, {StoredCarton.StateColumn} as state, carton.donation, count_entry.condition, count_entry.reason
                  {ListCartons.From}) listed
            join carton_goods goods on goods.carton = listed.id
            order by listed.id, goods.line, goods.size, goods.lot
            """,
            filter));
}
