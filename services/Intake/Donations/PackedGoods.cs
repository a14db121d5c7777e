using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Intake.Donations;

/// <summary>Loads the contents of a donation's cartons.</summary>
static class PackedGoods
{
    /// <summary>Loads packed goods that are not released, totalled by line, size and lot.</summary>
    public static IReadOnlyList<Goods> Unreleased(Session session, DonationNumber number) =>
    [
        .. session.Query<GoodsRow>(
            """
            select carton_goods.line, donation_line.product, carton_goods.size, carton_goods.lot,
                   max(carton_goods.expiry) as expiry, sum(carton_goods.pieces) as pieces
            from carton
            join carton_goods on carton_goods.carton = carton.id
            join donation_line on donation_line.donation = carton.donation and donation_line.line = carton_goods.line
            where carton.donation = @number and carton.released = 0
            group by carton_goods.line, donation_line.product, carton_goods.size, carton_goods.lot
            order by carton_goods.line, carton_goods.size, carton_goods.lot
            """,
            new { number })
            .Select(row => new Goods(number, row.Line, row.Product, row.Size.Length == 0 ? null : row.Size, row.Lot, row.Expiry, row.Pieces)),
    ];

    sealed record GoodsRow
    {
        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required LotNumber Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }
}
