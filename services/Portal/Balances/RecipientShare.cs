using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Balances;

/// <summary>How much of what was meant for a recipient it has confirmed, over all lines of a donation.</summary>
/// <param name="Recipient">Whose.</param>
/// <param name="Allotted">Pieces meant for it; more than 0.</param>
/// <param name="Confirmed">Pieces of these that came; at most as many, once all messages are here.</param>
public sealed record RecipientShare(RecipientCode Recipient, long Allotted, long Confirmed)
{
    /// <summary>0 to 1.</summary>
    public decimal Share => Math.Clamp((decimal)Confirmed / Allotted, 0, 1);

    sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        public required long Allotted { get; init; }

        public required long Confirmed { get; init; }
    }

    /// <summary>By recipient; who was allotted nothing is left out.</summary>
    public static IReadOnlyList<RecipientShare> Of(Query query, DonationNumber donation) =>
    [
        .. query.Rows<Row>(
            """
            select recipient, sum(allotted) as allotted, sum(confirmed) as confirmed
            from recipient_share
            where donation = @donation
            group by recipient
            having sum(allotted) > 0
            order by recipient
            """,
            new { donation = donation.Value }).Select(row => new RecipientShare(row.Recipient, row.Allotted, row.Confirmed)),
    ];
}
