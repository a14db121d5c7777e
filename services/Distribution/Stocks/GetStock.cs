using Logistics.Contracts.Codes;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Distribution.Stocks;

/// <summary>
/// What stands at the hub, by product, size, lots, last day and pieces in a carton. Cartons with more than one product or size are apart: no plan
/// can share them, since no share of one product can be a whole carton of them.
/// </summary>
public static class GetStock
{
    public sealed record Stock(IReadOnlyList<Entry> Entries, IReadOnlyList<Mixed> MixedCartons);

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

    static Stock Answer(Query query) => new(
        query.Rows<Entry>(
            """
            select product, size, lots, nullif(last_day, '9999-12-31') as last_day, pieces as pieces_per_carton, count(*) as cartons, sum(pieces) as pieces,
                   sum(case when state = 'hub' then 1 else 0 end) as free_cartons,
                   sum(case when state = 'hub' then pieces else 0 end) as free_pieces,
                   sum(case when state = 'reserved' then 1 else 0 end) as reserved_cartons,
                   sum(case when state = 'reserved' then pieces else 0 end) as reserved_pieces
            from carton
            where state in ('hub', 'reserved') and product <> ''
            group by product, size, lots, last_day, pieces
            order by product, size, carton.last_day, lots, pieces desc
            """),
        query.Rows<Mixed>("select id, lots, pieces from carton where state = 'hub' and product = '' order by id"));
}
