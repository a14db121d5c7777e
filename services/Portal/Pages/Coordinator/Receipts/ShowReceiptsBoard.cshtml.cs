using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Commands;
using Logistics.Portal.Drawings;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Shows the 47 prefectures and other recipients: overdue ones first, then open cases, expected and completed deliveries.</summary>
public sealed class ShowReceiptsBoard(DistributionClient distribution, Texts texts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ReceiptsBoardRow> All { get; private set; } = [];

    public IReadOnlyList<ReceiptsBoardRow> Rows { get; private set; } = [];

    /// <summary>Gets the standing to show; null for all.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>Part of a name or a code.</summary>
    public string Find { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? standing, string? find, CancellationToken cancel) =>
        await Load(standing, find, cancel) is { } problem ? this.Missing(problem) : Page();

    /// <summary>Exports the filtered board, a row for each product of a recipient.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? standing, string? find, CancellationToken cancel)
    {
        if (await Load(standing, find, cancel) is { } problem)
            return this.Missing(problem);
        var rows = Rows.SelectMany(row => row.Goods.DefaultIfEmpty(), (row, goods) => (Row: row, Goods: goods));
        await new CsvFile<(ReceiptsBoardRow Row, ReceiptsBoardGoods? Goods)>(
            $"receipts-{Today:yyyy-MM-dd}",
            [
                new(Title("sharing.code"), one => one.Row.Recipient),
                new(Title("fact.recipient"), one => texts.Recipient(one.Row.Recipient)),
                new(Title("sharing.state"), one => texts.Word(one.Row.Standing)),
                new(Title("sharing.goods"), one => one.Goods is null ? null : texts.Goods(one.Goods.Product, one.Goods.Size)),
                new(Title("sharing.sent-pieces"), one => one.Goods?.Sent),
                new(Title("sharing.good-pieces"), one => one.Goods?.Good),
                new(Title("sharing.differing-pieces"), one => one.Goods?.Differing),
                new(Title("sharing.outstanding-pieces"), one => one.Goods?.Outstanding),
                new(Title("fact.expectedOn"), one => one.Row.ExpectedOn),
                new(Title("sharing.last-receipt"), one => one.Row.LastReceiptAt),
                new(Title("sharing.open-cases"), one => one.Row.OpenCases),
            ],
            rows).ExecuteAsync(HttpContext);
        return new EmptyResult();

        static Worded Title(string key) => new(language => new Texts(language)[key]);
    }

    /// <summary>Gets the tiles of the map, filled by the confirmed share.</summary>
    public IReadOnlyList<Tile> Tiles =>
    [
        .. All.Where(row => Prefecture.TryParse(row.Recipient.Value, out _, out _)).Select(row =>
        {
            var share = row.Sent == 0 ? (decimal?)null : (decimal)(row.Sent - row.Outstanding) / row.Sent;
            return new Tile(
                Code.Parse<Prefecture>(row.Recipient.Value),
                share,
                share is null ? "–" : Tile.Percent(share),
                row.Overdue > 0,
                row.OpenCases > 0,
                $"/coordinator/parcels?recipient={row.Recipient}");
        }),
    ];

    public int DaysOverdue(ReceiptsBoardRow row) => row.ExpectedOn is { } day ? Today.DayNumber - day.DayNumber : 0;

    async Task<Problem?> Load(string? standing, string? find, CancellationToken cancel)
    {
        Today = Japan.Today(clock);
        Standing = Enum.TryParse<Standing>(standing, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        Find = Code.Normalise(find);
        var reply = await distribution.GetReceiptsBoard(new GetReceiptsBoardQuery { On = Today }, cancel);
        if (!reply.Succeeded)
            return reply.Problem;
        All = Standings.InOrder(reply.Body);
        Rows =
        [
            .. All.Where(row => Standing is null || row.Standing == Standing)
                .Where(row => Find.Length == 0 || row.Recipient.Value == Find || texts.Recipient(row.Recipient).Contains(Find, StringComparison.OrdinalIgnoreCase)),
        ];
        return null;
    }
}
