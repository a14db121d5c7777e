using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Intake.PackingLists;

/// <summary>
/// The cartons of a donation by id, with what is in them; <c>?state=</c> packed or released, <c>?line=</c>, <c>?product=</c>, <c>?lot=</c>,
/// and <c>?code=</c> a part of the SSCC or of the sender's own code. <c>?after=</c> the last id seen brings the next page.
/// </summary>
public static class ListCartons
{
    public sealed record Row
    {
        public required CartonId Id { get; init; }

        public string? SenderCode { get; init; }

        public required bool Released { get; init; }

        /// <summary>Packed or released.</summary>
        public required string State { get; init; }

        public required long Pieces { get; init; }

        public IReadOnlyList<Packed> Goods { get; init; } = [];
    }

    public sealed record Packed
    {
        internal string Carton { get; init; } = "";

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required LotNumber Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    internal const string State = "case when carton.released = 1 then 'released' else 'packed' end";

    /// <summary>Which cartons, with the parameters of <see cref="Asked"/>.</summary>
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

    public static void Map(ServiceDefinition intake) => intake
        .Get("/donations/{number}/cartons", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    internal static object Asked(Query query) => new
    {
        number = query.Route<DonationNumber>("number"),
        state = query.OneOf("state", "packed", "released"),
        line = query.Number("line", 1, int.MaxValue),
        product = query.Coded<ProductCode>("product"),
        lot = query.Coded<LotNumber>("lot"),
        code = Query.Containing(query.Text("code") is { } code ? CartonId.TryParse(code, out var id, out _) ? id.Value : code : null),
    };

    static List<Row>? Answer(Query query)
    {
        if (query.Find<string>("select number from donation where number = @number", new { number = query.Route<DonationNumber>("number") }) is null)
            return null;
        var rows = query.Page<Row>(
            $"""
            carton.id, carton.sender_code, carton.released, {State} as state,
            (select sum(pieces) from carton_goods where carton_goods.carton = carton.id) as pieces
            """,
            "from carton where " + Where,
            "carton.id",
            Asked(query));
        var goods = query.Rows<Packed>(
            """
            select goods.carton, goods.line, donation_line.product, goods.size, goods.lot, goods.expiry, goods.pieces
            from carton_goods goods
            join carton on carton.id = goods.carton
            join donation_line on donation_line.donation = carton.donation and donation_line.line = goods.line
            where goods.carton in @ids
            order by goods.carton, goods.line, goods.size, goods.lot
            """,
            new { ids = rows.Select(row => row.Id.Value) }).ToLookup(one => one.Carton, StringComparer.Ordinal);
        return [.. rows.Select(row => row with { Goods = [.. goods[row.Id.Value]] })];
    }
}
