using System.Globalization;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Balances;

/// <summary>Pieces of one donation line, and lot if it is shown, in one account.</summary>
public sealed record BalanceEntry
{
    public required DonationNumber Donation { get; init; }

    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    public string? Lot { get; init; }

    public required string Account { get; init; }

    public required long Pieces { get; init; }

    /// <summary>Number of holders and lots with a negative balance in the account.</summary>
    public required int Negative { get; init; }

    /// <summary>Loads the entries of one donation, consignment or parcel by lot.</summary>
    public static List<BalanceEntry> ByLot(Query query, Subject subject) => query.Rows<BalanceEntry>(
        """
        select donation, line, product, lot, account, sum(pieces) as pieces, sum(case when pieces < 0 then 1 else 0 end) as negative
        from balance
        where generation = (select shown from generation) and kind = @Kind and code = @Code
        group by donation, line, product, lot, account
        """,
        new { subject.Kind, subject.Code });

    /// <summary>Lists the accounts that are negative because an event of another log has not arrived yet; null if there are none.</summary>
    public static IReadOnlyList<string>? Unsettled(IEnumerable<BalanceEntry> entries) =>
        InOrder(entries.Where(entry => entry.Negative > 0).Select(entry => entry.Account).Distinct(StringComparer.Ordinal), name => name) is { Count: > 0 } accounts
            ? accounts
            : null;

    public static IReadOnlyDictionary<string, long> Sums(IEnumerable<BalanceEntry> entries) =>
        InOrder(
            entries.GroupBy(entry => entry.Account, StringComparer.Ordinal).Select(account => (Name: account.Key, Pieces: account.Sum(entry => entry.Pieces))),
            account => account.Name)
        .Where(account => account.Pieces != 0)
        .ToDictionary(account => account.Name, account => account.Pieces, StringComparer.Ordinal);

    /// <summary>Returns a balance for each donation line and lot; its pieces are the total of its accounts.</summary>
    public static IReadOnlyList<GoodsBalance> Lines(IEnumerable<BalanceEntry> entries, string? parcel = null) =>
    [
        .. entries.GroupBy(entry => (entry.Donation, entry.Line, entry.Product, Lot: entry.Lot ?? ""))
            .OrderBy(line => DonationOrder(line.Key.Donation)).ThenBy(line => line.Key.Line).ThenBy(line => line.Key.Lot, StringComparer.Ordinal)
            .Select(line => new GoodsBalance(
                line.Key.Donation, line.Key.Line, line.Key.Product, line.Key.Lot, parcel, line.Sum(entry => entry.Pieces), Sums(line))),
    ];

    /// <summary>Orders donations by year, then numerically by serial.</summary>
    public static (string Year, long Serial) DonationOrder(DonationNumber number) =>
        (number.Value[2..6], long.Parse(number.Value.AsSpan(7), CultureInfo.InvariantCulture));

    static List<T> InOrder<T>(IEnumerable<T> accounts, Func<T, string> name) =>
        [.. accounts.OrderBy(account => LedgerAccount.Names.Index().First(known => known.Item == name(account)).Index)];
}
