using System.Globalization;
using System.Text.Json;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.EventLog.Events;
using Spectre.Console;

namespace Logistics.AllInOne.Demos;

/// <summary>Shows where every piece is: a row for each stage, a column for each line of each donation, and a total that must equal the pledge.</summary>
sealed class BalanceSheet(GetBalancesAnswer balances)
{
    readonly IReadOnlyList<Line> lines =
    [
        .. from donation in balances.Donations
           from line in donation.Lines
           select new Line(donation.Number.Value, line.Line, line.Product.Value, line.Pledged, line.Accounts),
    ];

    public static BalanceSheet Empty { get; } = new(new GetBalancesAnswer([]));

    public Table Table()
    {
        var table = new Table().AddColumn("Stage");
        foreach (var line in lines)
            table.AddColumn(new TableColumn($"{line.Donation}\n{line.Number} {line.Product}").RightAligned());
        foreach (var account in LedgerAccount.Names)
            table.AddRow([account, .. lines.Select(line => Show(line.Accounts.GetValueOrDefault(account)))]);
        table.AddEmptyRow();
        table.AddRow(["sum", .. lines.Select(line => Show(line.Accounts.Values.Sum()))]);
        table.AddRow(["pledged", .. lines.Select(line => Show(line.Pledged))]);
        return table;
    }

    /// <summary>Lists every violated invariant in words.</summary>
    /// <param name="pledged">Pieces pledged, by product.</param>
    public IEnumerable<string> Breaches(IReadOnlyDictionary<string, long> pledged)
    {
        foreach (var line in lines)
        {
            if (line.Accounts.Values.Sum() != line.Pledged)
                yield return $"{line.Donation} line {line.Number}: the accounts sum to {Show(line.Accounts.Values.Sum())}, pledged were {Show(line.Pledged)}.";
            foreach (var (account, pieces) in line.Accounts.Where(account => account.Value < 0))
                yield return $"{line.Donation} line {line.Number}: {account} is negative, {Show(pieces)}.";
            foreach (var account in line.Accounts.Keys.Except(LedgerAccount.Names, StringComparer.Ordinal))
                yield return $"{line.Donation} line {line.Number}: {account} is not an account.";
        }

        foreach (var (product, pieces) in pledged)
        {
            if (lines.Where(line => line.Product == product).Sum(line => line.Pledged) is var found && found != pieces)
                yield return $"{product}: {Show(found)} pieces are pledged, there should be {Show(pieces)}.";
        }
    }

    /// <summary>Returns the balance as JSON that is byte for byte the same for equal balances.</summary>
    public string Json() => JsonSerializer.Serialize(
        new
        {
            donations = lines.GroupBy(line => line.Donation, StringComparer.Ordinal).Select(donation => new
            {
                number = donation.Key,
                lines = donation.Select(line => new { line = line.Number, product = line.Product, pledged = line.Pledged, accounts = line.Accounts }),
            }),
        },
        EventBody.Json);

    static string Show(long pieces) => pieces == 0 ? "–" : pieces.ToString("N0", CultureInfo.InvariantCulture);

    sealed record Line(string Donation, int Number, string Product, long Pledged, IReadOnlyDictionary<string, long> Accounts);
}
