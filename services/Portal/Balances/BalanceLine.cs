using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Trackings;

namespace Logistics.Portal.Balances;

/// <summary>Pieces of one donation line, and lot where that is told, by account.</summary>
/// <param name="Donation">The donation.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Product">Product of the line.</param>
/// <param name="Lot">Null where all lots are summed.</param>
/// <param name="Parcel">The parcel whose pieces these are, for a carton that travels in it.</param>
/// <param name="Pieces">What the documents say there is: pledged, booked, dispatched or packed.</param>
/// <param name="Accounts">Pieces by name of account without holder, in the order of the journey; accounts without pieces are left out.</param>
public sealed record BalanceLine(
    DonationNumber Donation, int Line, ProductCode Product, string? Lot, string? Parcel, long Pieces, IReadOnlyDictionary<string, long> Accounts)
{
    public sealed record Entry
    {
        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public string? Lot { get; init; }

        public required string Account { get; init; }

        public required long Pieces { get; init; }

        /// <summary>Holders and lots of the account for which it is below zero.</summary>
        public required int Negative { get; init; }
    }

    /// <summary>Entries of one donation, consignment or parcel by lot.</summary>
    public static List<Entry> ByLot(Query query, Subject subject) => query.Rows<Entry>(
        """
        select donation, line, product, lot, account, sum(pieces) as pieces, sum(case when pieces < 0 then 1 else 0 end) as negative
        from balance
        where kind = @Kind and code = @Code
        group by donation, line, product, lot, account
        """,
        new { subject.Kind, subject.Code });

    /// <summary>Accounts that are below zero because a cause of another log is still on its way here; none where all is settled.</summary>
    public static IReadOnlyList<string> Unsettled(IEnumerable<Entry> entries) =>
        InOrder(entries.Where(entry => entry.Negative > 0).Select(entry => entry.Account).Distinct(StringComparer.Ordinal), name => name);

    public static IReadOnlyDictionary<string, long> Sums(IEnumerable<Entry> entries) =>
        InOrder(
            entries.GroupBy(entry => entry.Account, StringComparer.Ordinal).Select(account => (Name: account.Key, Pieces: account.Sum(entry => entry.Pieces))),
            account => account.Name)
        .Where(account => account.Pieces != 0)
        .ToDictionary(account => account.Name, account => account.Pieces, StringComparer.Ordinal);

    /// <summary>A line for each donation line and lot; what there is of it is what its accounts hold together.</summary>
    public static IReadOnlyList<BalanceLine> Lines(IEnumerable<Entry> entries, string? parcel = null) =>
    [
        .. entries.GroupBy(entry => (entry.Donation, entry.Line, entry.Product, Lot: entry.Lot ?? ""))
            .OrderBy(line => DonationOrder(line.Key.Donation)).ThenBy(line => line.Key.Line).ThenBy(line => line.Key.Lot, StringComparer.Ordinal)
            .Select(line => new BalanceLine(
                line.Key.Donation, line.Key.Line, line.Key.Product, line.Key.Lot, parcel, line.Sum(entry => entry.Pieces), Sums(line))),
    ];

    /// <summary>By year, then by serial as a number.</summary>
    public static (string Year, long Serial) DonationOrder(DonationNumber number) =>
        (number.Value[2..6], long.Parse(number.Value.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture));

    static List<T> InOrder<T>(IEnumerable<T> accounts, Func<T, string> name) =>
        [.. accounts.OrderBy(account => LedgerAccount.Names.Index().First(known => known.Item == name(account)).Index)];
}
