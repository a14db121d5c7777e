using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Balances;

/// <summary>Where every piece of a donation is.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Settled">False while an account is below zero: a cause of another log is still on its way here. The sums are right all the same.</param>
/// <param name="Unsettled">Those accounts; null where there are none.</param>
/// <param name="Lines">By number.</param>
public sealed record DonationBalance(DonationNumber Number, bool Settled, IReadOnlyList<string>? Unsettled, IReadOnlyList<DonationBalance.BalanceOfLine> Lines)
{
    /// <param name="Line">From 1.</param>
    /// <param name="Product">Product of the line.</param>
    /// <param name="Pledged">What was pledged, less what amendments took back; 0 while the pledge itself is not known here yet.</param>
    /// <param name="Accounts">As in <see cref="BalanceLine.Accounts"/>.</param>
    public sealed record BalanceOfLine(int Line, ProductCode Product, long Pledged, IReadOnlyDictionary<string, long> Accounts);

    sealed record Pledge
    {
        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required long Pieces { get; init; }
    }

    /// <param name="number">Null for all of them.</param>
    public static List<DonationBalance> Load(Query query, DonationNumber? number)
    {
        var row = new { number = number?.Value };
        var pledges = query.Rows<Pledge>("select donation, line, product, pieces from donation_line " + (number is null ? "" : "where donation = @number"), row);
        var entries = query.Rows<BalanceLine.Entry>(
            $"""
            select donation, line, product, account, sum(pieces) as pieces, sum(case when pieces < 0 then 1 else 0 end) as negative
            from balance
            where kind = 'donation' {(number is null ? "" : "and code = @number")}
            group by donation, line, product, account
            """,
            row);
        var pledged = pledges.ToDictionary(pledge => (pledge.Donation, pledge.Line), pledge => pledge.Pieces);
        return
        [
            .. pledges.Select(pledge => (pledge.Donation, pledge.Line, pledge.Product, Entry: (BalanceLine.Entry?)null))
                .Concat(entries.Select(entry => (entry.Donation, entry.Line, entry.Product, Entry: (BalanceLine.Entry?)entry)))
                .GroupBy(line => line.Donation)
                .OrderBy(donation => BalanceLine.DonationOrder(donation.Key))
                .Select(donation =>
                {
                    var unsettled = BalanceLine.Unsettled(donation.Select(line => line.Entry).OfType<BalanceLine.Entry>());
                    return new DonationBalance(
                        donation.Key,
                        unsettled.Count == 0,
                        unsettled.Count == 0 ? null : unsettled,
                        [
                            .. donation.GroupBy(line => (line.Line, line.Product)).OrderBy(line => line.Key.Line).Select(line => new BalanceOfLine(
                                line.Key.Line,
                                line.Key.Product,
                                pledged.GetValueOrDefault((donation.Key, line.Key.Line)),
                                BalanceLine.Sums(line.Select(one => one.Entry).OfType<BalanceLine.Entry>()))),
                        ]);
                }),
        ];
    }
}
