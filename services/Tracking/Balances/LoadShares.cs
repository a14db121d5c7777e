using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>Loads how much of its allotted share each recipient has confirmed.</summary>
public static class LoadShares
{
    sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        public required long Allotted { get; init; }

        public required long Confirmed { get; init; }
    }

    /// <returns>Shares by recipient; recipients without an allotment are omitted.</returns>
    public static IReadOnlyList<RecipientShare> Of(Query query, DonationNumber donation) =>
    [
        .. query.Rows<Row>(
            """
            select recipient, sum(allotted) as allotted, sum(confirmed) as confirmed
            from recipient_share
            where generation = (select shown from generation) and donation = @donation
            group by recipient
            having sum(allotted) > 0
            order by recipient
            """,
            new { donation = donation.Value }).Select(row => new RecipientShare(row.Recipient, row.Allotted, row.Confirmed)),
    ];
}
