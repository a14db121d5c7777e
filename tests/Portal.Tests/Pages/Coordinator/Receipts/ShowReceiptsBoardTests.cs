using System.Text.RegularExpressions;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Receipts;

public sealed partial class ShowReceiptsBoardTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task The_board_has_all_47_in_its_order_and_its_export_too()
    {
        var parcels = await services.Sent(("13", 4), ("27", 2), ("01", 1));
        await services.Post($"/parcels/{parcels["27"]}/receipts", new { receivedAt = "2020-05-16T10:00+09:00", lines = new[] { new { line = 1, good = 100, missing = 20, reason = "Short" } } });
        await services.Post($"/parcels/{parcels["01"]}/receipts", new { receivedAt = "2020-05-16T10:00+09:00", allGood = true });
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = (await coordinator.Get("/coordinator/receipts")).Expect(200);

        Assert.Equal(["13 Tokyo", "27 Osaka", "01 Hokkaido", "02 Aomori"], Rows(page).Take(4));
        Assert.Equal(47, Rows(page).Count());
        Assert.Contains("1 case open", page.Words, StringComparison.Ordinal);
        Assert.Contains("data-live=\"distribution\"", page.Text, StringComparison.Ordinal);

        var export = (await coordinator.Get("/coordinator/receipts?handler=export")).Expect(200);
        Assert.Equal(48, export.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("13,Tokyo,overdue,", export.Text.Split("\r\n")[1], StringComparison.Ordinal);

        var overdue = (await coordinator.Get("/coordinator/receipts?handler=export&standing=caseopen")).Expect(200);
        Assert.Equal(2, overdue.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var found = (await coordinator.Get("/coordinator/receipts?find=osa")).Expect(200);
        Assert.Equal(["27 Osaka"], Rows(found));
    }

    static IEnumerable<string> Rows(Shown page) =>
        Row().Matches(page.Text[page.Text.IndexOf("<tbody>", StringComparison.Ordinal)..]).Select(row => (page with { Text = row.Groups[1].Value }).Words.Trim());

    [GeneratedRegex("<th scope=\"row\">(.*?)</th>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
