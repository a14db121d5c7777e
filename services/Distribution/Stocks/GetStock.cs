using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Stocks;

/// <summary>
/// What stands at the hub, by product, size, lots, last day and pieces in a carton. Cartons with more than one product or size are apart: no plan
/// can share them, since no share of one product can be a whole carton of them. <c>?product=</c>, <c>?size=</c>.
/// </summary>
public static class GetStock
{
    /// <param name="Entries">By product, size, lots and pieces in a carton.</param>
    /// <param name="MixedCartons">Cartons of several products or sizes.</param>
    /// <param name="Products">What a plan can share, by product and size.</param>
    /// <param name="Lines">By donation, line and lot, mixed cartons too.</param>
    public sealed record Stock(IReadOnlyList<Entry> Entries, IReadOnlyList<Mixed> MixedCartons, IReadOnlyList<OfProduct> Products, IReadOnlyList<OfLine> Lines);

    public sealed record OfProduct
    {
        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required long FreeCartons { get; init; }

        public required long FreePieces { get; init; }

        public required long ReservedCartons { get; init; }

        public required long ReservedPieces { get; init; }
    }

    public sealed record OfLine
    {
        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long FreePieces { get; init; }

        public required long ReservedPieces { get; init; }
    }

    public sealed record Entry
    {
        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        /// <summary>One, or where cartons hold several all of these, apart by a space.</summary>
        public required string Lots { get; init; }

        /// <summary>Of the lot that expires first; null where none does.</summary>
        public DateOnly? LastDay { get; init; }

        public required long PiecesPerCarton { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }

        public required long FreeCartons { get; init; }

        public required long FreePieces { get; init; }

        public required long ReservedCartons { get; init; }

        public required long ReservedPieces { get; init; }
    }

    /// <summary>A carton of several products or sizes.</summary>
    public sealed record Mixed
    {
        public required CartonId Id { get; init; }

        public required string Lots { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/stock", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    const string Sums =
        """
        sum(case when state = 'hub' then 1 else 0 end) as free_cartons,
        sum(case when state = 'hub' then pieces else 0 end) as free_pieces,
        sum(case when state = 'reserved' then 1 else 0 end) as reserved_cartons,
        sum(case when state = 'reserved' then pieces else 0 end) as reserved_pieces
        """;

    static Stock Answer(Query query)
    {
        var asked = new { product = query.Coded<ProductCode>("product"), size = query.Text("size") };
        return new Stock(
            query.Rows<Entry>(
                $"""
                select product, size, lots, nullif(last_day, '9999-12-31') as last_day, pieces as pieces_per_carton, count(*) as cartons, sum(pieces) as pieces, {Sums}
                from carton
                where state in ('hub', 'reserved') and product <> '' and (@product is null or product = @product) and (@size is null or size = @size)
                group by product, size, lots, last_day, pieces
                order by product, size, carton.last_day, lots, pieces desc
                """,
                asked),
            query.Rows<Mixed>(
                """
                select id, lots, pieces
                from carton
                where state = 'hub' and product = '' and exists (
                    select 1 from carton_goods goods
                    where goods.carton = carton.id and (@product is null or goods.product = @product) and (@size is null or goods.size = @size))
                order by id
                """,
                asked),
            query.Rows<OfProduct>(
                $"""
                select product, size, {Sums}
                from carton
                where state in ('hub', 'reserved') and product <> '' and (@product is null or product = @product) and (@size is null or size = @size)
                group by product, size
                order by product, size
                """,
                asked),
            query.Rows<OfLine>(
                """
                select goods.donation, goods.line, goods.product, goods.size, goods.lot, min(goods.expiry) as expiry,
                       sum(case when carton.state = 'hub' then goods.pieces else 0 end) as free_pieces,
                       sum(case when carton.state = 'reserved' then goods.pieces else 0 end) as reserved_pieces
                from carton join carton_goods goods on goods.carton = carton.id
                where carton.state in ('hub', 'reserved') and (@product is null or goods.product = @product) and (@size is null or goods.size = @size)
                group by goods.donation, goods.line, goods.product, goods.size, goods.lot
                order by goods.donation, goods.line, goods.size, goods.lot
                """,
                asked));
    }
}
