using Logistics.Client.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Stocks;

/// <summary>
/// Returns the stock of the hub by product, size, lots, expiry and pieces per carton. Cartons of several products or sizes are listed separately, because
/// no plan can allocate them: no share of one product is a whole carton.
/// </summary>
public static class GetStock
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetStock, Answer, Roles.Staff);

    const string Sums =
        """
        sum(case when state = 'hub' then 1 else 0 end) as free_cartons,
        sum(case when state = 'hub' then pieces else 0 end) as free_pieces,
        sum(case when state = 'reserved' then 1 else 0 end) as reserved_cartons,
        sum(case when state = 'reserved' then pieces else 0 end) as reserved_pieces
        """;

    static HubStock Answer(GetStockQuery asked, Query query)
    {
        var filter = new { product = asked.Product, size = asked.Size };
        return new HubStock(
            query.Rows<StockEntry>(
                $"""
                select product, size, lots, nullif(last_day, '9999-12-31') as last_day, pieces as pieces_per_carton, count(*) as cartons, sum(pieces) as pieces, {Sums}
                from carton
                where state in ('hub', 'reserved') and product <> '' and (@product is null or product = @product) and (@size is null or size = @size)
                group by product, size, lots, last_day, pieces
                order by product, size, carton.last_day, lots, pieces desc
                """,
                filter),
            query.Rows<MixedCarton>(
                """
                select id, lots, pieces
                from carton
                where state = 'hub' and product = '' and exists (
                    select 1 from carton_goods goods
                    where goods.carton = carton.id and (@product is null or goods.product = @product) and (@size is null or goods.size = @size))
                order by id
                """,
                filter),
            query.Rows<ProductStock>(
                $"""
                select product, size, {Sums}
                from carton
                where state in ('hub', 'reserved') and product <> '' and (@product is null or product = @product) and (@size is null or size = @size)
                group by product, size
                order by product, size
                """,
                filter),
            query.Rows<LineStock>(
                """
                select goods.donation, goods.line, goods.product, goods.size, goods.lot, min(goods.expiry) as expiry,
                       sum(case when carton.state = 'hub' then goods.pieces else 0 end) as free_pieces,
                       sum(case when carton.state = 'reserved' then goods.pieces else 0 end) as reserved_pieces
                from carton join carton_goods goods on goods.carton = carton.id
                where carton.state in ('hub', 'reserved') and (@product is null or goods.product = @product) and (@size is null or goods.size = @size)
                group by goods.donation, goods.line, goods.product, goods.size, goods.lot
                order by goods.donation, goods.line, goods.size, goods.lot
                """,
                filter));
    }
}
