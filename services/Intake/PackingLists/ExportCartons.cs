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
        new(new("SSCC", "SSCC", "SSCC"), row => row.Id.IsSscc ? $"(00){row.Id}" : ""),
        new(new("Carton No", "箱番号", "箱号"), row => row.SenderCode),
        new(new("Line", "行", "行"), row => row.Line),
        new(new("Product", "品目", "产品"), row => ProductWords.Name(row.Product)),
        new(new("Size", "サイズ", "尺码"), row => row.Size),
        new(new("Lot", "ロット", "批号"), row => row.Lot),
        new(new("Expiry", "使用期限", "有效期"), row => row.Expiry),
        new(new("Pieces", "数量", "数量"), row => row.Pieces),
        new(new("State", "状態", "状态"), row => row.State switch
        {
            PackingState.Packed => new Worded("Packed", "梱包済み", "已装箱"),
            PackingState.Released => new Worded("Released", "出荷承認済み", "已放行"),
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
