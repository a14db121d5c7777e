using Logistics.Client.Distribution;
using Logistics.Distribution.Documents;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>Lists goods that associations have and have not handed over, earliest expiry first: all, or an association's own.</summary>
public static class ListHoldings
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListHoldings, Answer, Roles.SignedIn);

    static List<HoldingRow> Answer(ListHoldingsQuery asked, Query query) => query.Rows<HoldingRow>(
        """
        select recipient, product, size, donation, line, lot, expiry, pieces
        from holding
        where pieces > 0 and (@own = '' or recipient = @own) and (@Recipient is null or recipient = @Recipient)
          and (@Product is null or product = @Product)
        order by recipient, product, size, case when expiry is null then '9999' else expiry end, lot, donation, line
        """,
        new { own = query.Own(), asked.Recipient, asked.Product });
}
