using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>What associations have and have not handed over, earliest expiry first: all, or an association's own; <c>?recipient=</c>, <c>?product=</c>.</summary>
public static class ListHoldings
{
    public sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/holdings", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Rows<Row>(
        """
        select recipient, product, size, donation, line, lot, expiry, pieces
        from holding
        where pieces > 0 and (@own = '' or recipient = @own) and (@recipient = '' or recipient = @recipient)
          and (@product is null or product = @product)
        order by recipient, product, size, case when expiry is null then '9999' else expiry end, lot, donation, line
        """,
        new { own = query.Own(), recipient = query.Recipient(), product = query.Coded<ProductCode>("product") });
}
