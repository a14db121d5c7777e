using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>Loads how many pieces of a donation are at each stage between factory and hospital, and where some left it.</summary>
public static class LoadJourney
{
    static readonly string[] Aside = ["missing", "damaged", "held", "destroyed", "cancelled"];

    public sealed record Entry
    {
        public required string Account { get; init; }

        /// <summary>The service that moved them there.</summary>
        public required string Source { get; init; }

        public required long Pieces { get; init; }
    }

    public static DonationJourney Of(Query query, DonationNumber donation) => Of(query.Rows<Entry>(
        """
        select account, source, sum(pieces) as pieces
        from posting
        where generation = (select shown from generation) and kind = 'donation' and code = @donation
        group by account, source
        """,
        new { donation = donation.Value }));

    public static DonationJourney Of(IReadOnlyList<Entry> entries) => new(
        entries.Where(entry => !Aside.Contains(entry.Account))
            .GroupBy(entry => entry.Account, StringComparer.Ordinal)
            .ToDictionary(account => account.Key, account => Math.Max(account.Sum(entry => entry.Pieces), 0), StringComparer.Ordinal),
        [
            .. Aside.SelectMany(account => entries.Where(entry => entry.Account == account && entry.Pieces > 0))
                .Select(entry => new DonationAside(entry.Account, entry.Source, entry.Pieces)),
        ]);
}
