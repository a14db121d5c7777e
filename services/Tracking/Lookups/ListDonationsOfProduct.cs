using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Lists publicly the donations that contain a manufacturer's item.</summary>
static class ListDonationsOfProduct
{
    const int MaxNamed = 100;

    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.ListDonationsOfProduct, Answer);

    static IReadOnlyList<DonationOfProduct> Answer(ListDonationsOfProductQuery asked, Query query) => query.First<DonationOfProduct>(
        MaxNamed,
        """
        select distinct donation.number, donation.donor, donation_line.product
        from donation_line join donation on donation.generation = donation_line.generation and donation.number = donation_line.donation
        where donation_line.generation = (select shown from generation) and donation_line.gtin = @gtin and (@lot = '' or exists (
            select 1 from carton_goods
            where carton_goods.generation = donation_line.generation
                and carton_goods.donation = donation_line.donation and carton_goods.line = donation_line.line and carton_goods.lot = @lot))
        order by donation.number
        """,
        new { gtin = query.Route<Gtin>("gtin").Value, lot = asked.Lot?.Value ?? "" });
}
