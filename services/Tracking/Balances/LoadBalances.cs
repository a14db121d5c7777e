using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>Loads where every piece of donations is.</summary>
public static class LoadBalances
{
    sealed record Pledge
    {
        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required long Pieces { get; init; }
    }

    /// <param name="query">The question.</param>
    /// <param name="number">One donation; null for all of them.</param>
    public static List<DonationBalance> Of(Query query, DonationNumber? number)
    {
        var row = new { number = number?.Value };
        var pledges = query.Rows<Pledge>(
            $"""
            select donation, line, product, pieces from donation_line
            where generation = (select shown from generation) {(number is null ? "" : "and donation = @number")}
            """,
            row);
        var entries = query.Rows<BalanceEntry>(
            $"""
            select donation, line, product, account, sum(pieces) as pieces, sum(case when pieces < 0 then 1 else 0 end) as negative
            from balance
            where generation = (select shown from generation) and kind = 'donation' {(number is null ? "" : "and code = @number")}
            group by donation, line, product, account
            """,
            row);
        var pledged = pledges.ToDictionary(pledge => (pledge.Donation, pledge.Line), pledge => pledge.Pieces);
        return
        [
            .. pledges.Select(pledge => (pledge.Donation, pledge.Line, pledge.Product, Entry: (BalanceEntry?)null))
                .Concat(entries.Select(entry => (entry.Donation, entry.Line, entry.Product, Entry: (BalanceEntry?)entry)))
                .GroupBy(line => line.Donation)
                .OrderBy(donation => BalanceEntry.DonationOrder(donation.Key))
                .Select(donation =>
                {
                    var unsettled = BalanceEntry.Unsettled(donation.Select(line => line.Entry).OfType<BalanceEntry>());
                    return new DonationBalance(
                        donation.Key,
                        unsettled is null,
                        unsettled,
                        [
                            .. donation.GroupBy(line => (line.Line, line.Product)).OrderBy(line => line.Key.Line).Select(line => new LineBalance(
                                line.Key.Line,
                                line.Key.Product,
                                pledged.GetValueOrDefault((donation.Key, line.Key.Line)),
                                BalanceEntry.Sums(line.Select(one => one.Entry).OfType<BalanceEntry>()))),
                        ]);
                }),
        ];
    }
}
