using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.PackingLists;

/// <summary>Exports all cartons of a donation as CSV, a row for each of their goods, with the filters of <see cref="ListCartons"/>.</summary>
public static class ExportCartons
{
    sealed record Row
    {
        public required CartonId Id { get; init; }

        public string? SenderCode { get; init; }

        public required PackingState State { get; init; }

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
        new("line", row => row.Line),
        new("product", row => ProductWords.Name(row.Product)),
        new("size", row => row.Size),
        new("lot", row => row.Lot),
        new("expiry", row => row.Expiry),
        new("pieces", row => row.Pieces),
        new("state", row => row.State switch
        {
            PackingState.Packed => ColumnWords.Of("cell.packed"),
            PackingState.Released => ColumnWords.Of("cell.released"),
        }),
    ];

    public static void Map(ServiceDefinition intake) => intake.Get(IntakeRoutes.ExportCartons, Answer, Roles.Staff);

    static CsvFile<Row>? Answer(PackedCartonsQuery asked, Query query)
    {
        var number = query.Route<DonationNumber>("number");
        return query.Find<string>("select number from donation where number = @number", new { number }) is null ? null : new CsvFile<Row>($"cartons-{number}", Columns, query.Stream<Row>(
            $"""
            select carton.id, carton.sender_code, {ListCartons.State} as state, held.line, pledged.product, held.size, held.lot, held.expiry, held.pieces
            from carton
            join carton_goods held on held.carton = carton.id
            join donation_line pledged on pledged.donation = carton.donation and pledged.line = held.line
            where {ListCartons.Where}
            order by carton.id, held.line, held.size, held.lot
            """,
            ListCartons.Parameters(number, asked, query)));
    }
}
