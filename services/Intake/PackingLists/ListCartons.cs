using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.PackingLists;

/// <summary>Lists the cartons of a donation by id, with their contents.</summary>
public static class ListCartons
{
    sealed record GoodsRow
    {
        public required CartonId Carton { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required LotNumber Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    internal const string State = "case when carton.released = 1 then 'released' else 'packed' end";

    /// <summary>Selects the cartons, with the parameters of <see cref="Parameters"/>.</summary>
    internal const string Where =
        $"""
        carton.donation = @number
          and (@state is null or {State} = @state)
          and (@code is null or lower(carton.id) like lower(@code) escape '\' or lower(carton.sender_code) like lower(@code) escape '\')
          and exists (
              select 1 from carton_goods goods join donation_line on donation_line.donation = carton.donation and donation_line.line = goods.line
              where goods.carton = carton.id and (@line is null or goods.line = @line) and (@product is null or donation_line.product = @product)
                and (@lot is null or goods.lot = @lot))
        """;

    public static void Map(ServiceDefinition intake) => intake.Get(IntakeRoutes.ListCartons, Answer, Roles.Staff);

    internal static object Parameters(DonationNumber number, PackedCartonsQuery asked, Query query) => new
    {
        number,
        state = asked.State is { } state ? Wire.NameOf(state) : null,
        // Zero can be parsed, but no line has that number.
        line = query.Number("line", 1, int.MaxValue),
        product = asked.Product,
        lot = asked.Lot,
        code = Query.Containing(CartonId.TryParse(asked.Code, out var id, out _) ? id.Value : asked.Code),
    };

    static IReadOnlyList<PackedCartonRow>? Answer(PackedCartonsQuery asked, Query query)
    {
        var number = query.Route<DonationNumber>("number");
        if (query.Find<string>("select number from donation where number = @number", new { number }) is null)
            return null;
        var rows = query.Page<PackedCartonRow>(
            $"""
            carton.id, carton.sender_code, carton.released, {State} as state,
            (select sum(pieces) from carton_goods where carton_goods.carton = carton.id) as pieces
            """,
            "from carton where " + Where,
            "carton.id",
            Parameters(number, asked, query));
        var goods = query.Rows<GoodsRow>(
            """
            select goods.carton, goods.line, donation_line.product, goods.size, goods.lot, goods.expiry, goods.pieces
            from carton_goods goods
            join carton on carton.id = goods.carton
            join donation_line on donation_line.donation = carton.donation and donation_line.line = goods.line
            where goods.carton in @ids
            order by goods.carton, goods.line, goods.size, goods.lot
            """,
            new { ids = rows.Select(row => row.Id.Value) }).ToLookup(
                one => one.Carton,
                one => new PackedCartonGoods { Line = one.Line, Product = one.Product, Size = one.Size, Lot = one.Lot, Expiry = one.Expiry, Pieces = one.Pieces });
        return [.. rows.Select(row => row with { Goods = [.. goods[row.Id]] })];
    }
}
