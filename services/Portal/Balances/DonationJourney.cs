using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Drawings;

namespace Logistics.Portal.Balances;

/// <summary>Where along the way from the factory to the hospitals the pieces of a donation are, and where some left it.</summary>
public static class DonationJourney
{
    const int Factory = 0;
    const int Narita = 2;
    const int Associations = 4;

    public sealed record Entry
    {
        public required string Account { get; init; }

        /// <summary>The service that moved them there.</summary>
        public required string Source { get; init; }

        public required long Pieces { get; init; }
    }

    public static Journey Load(Query query, DonationNumber donation) => Of(query.Rows<Entry>(
        """
        select account, source, sum(pieces) as pieces
        from posting
        where kind = 'donation' and code = @donation
        group by account, source
        """,
        new { donation = donation.Value }));

    /// <summary>What shipment found missing or damaged left the way at Narita, what distribution did, with the associations.</summary>
    public static Journey Of(IReadOnlyList<Entry> entries)
    {
        string[] aside = ["missing", "damaged", "held", "destroyed", "cancelled"];
        return new Journey(
            entries.Where(entry => !aside.Contains(entry.Account))
                .GroupBy(entry => entry.Account, StringComparer.Ordinal)
                .ToDictionary(account => account.Key, account => Math.Max(account.Sum(entry => entry.Pieces), 0), StringComparer.Ordinal),
            [
                .. aside.SelectMany(account => entries.Where(entry => entry.Account == account && entry.Pieces > 0))
                    .Select(entry => new Journey.Branch(entry.Account, StationOf(entry.Source), entry.Pieces))
                    .OrderBy(branch => branch.Station),
            ]);
    }

    static int StationOf(string source) => source switch { "intake" => Factory, "shipment" => Narita, _ => Associations };
}
