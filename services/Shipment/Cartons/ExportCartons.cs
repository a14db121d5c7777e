using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Shipment.Consignments;

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
        new("sscc", row => row.Id.IsSscc ? $"(00){row.Id}" : ""),
        new("carton-no", row => row.SenderCode),
        new("flight", row => row.Flight),
        new("donation", row => row.Donation),
        new("line", row => row.Line),
        new("product", row => ProductWords.Name(row.Product)),
        new("size", row => row.Size),
        new("lot", row => row.Lot),
        new("expiry", row => row.Expiry),
        new("pieces", row => row.Pieces),
        new("state", row => CartonWords.Of(row.State)),
        new("counted-as", row => row.Condition is { } condition ? CartonWords.Of(condition) : null),
        new("reason", row => row.Reason),
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
