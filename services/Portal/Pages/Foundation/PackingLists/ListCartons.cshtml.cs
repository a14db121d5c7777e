using Logistics.Client;
using Logistics.Portal.Pages.Foundation.Donations;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Foundation.PackingLists;

/// <summary>The cartons of a donation, filtered and cut into pages by Intake; and all of them as a file.</summary>
public sealed class ListCartons(Services services) : PageModel
{
    public const int Size = 100;

    public sealed record Row
    {
        public required string Id { get; init; }

        public string? SenderCode { get; init; }

        public required bool Released { get; init; }

        public required long Pieces { get; init; }

        public IReadOnlyList<Packed> Goods { get; init; } = [];
    }

    public sealed record Packed
    {
        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public string? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    public Donation Donation { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Problem? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Line { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Lot { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Place of the first row in the whole list, from 1.</summary>
    public long First { get; private set; } = 1;

    public long Total { get; private set; }

    public long Last => First + Rows.Count - 1;

    public async Task<IActionResult> OnGetAsync(string number, string? after, long from, CancellationToken cancel)
    {
        First = Math.Max(1, from);
        var donation = await Donation.Find(services, number, cancel);
        if (!donation.Succeeded)
            return this.Missing(donation.Problem);
        Donation = donation.Body;
        var rows = await services.Get<IReadOnlyList<Row>>("intake", Query($"{Donation.PathOf(number)}/cartons", ("after", after), ("limit", $"{Size}")), cancel);
        Problem = rows.Problem;
        Rows = rows.Body ?? [];
        Total = rows.Total ?? Rows.Count;
        return Page();
    }

    /// <summary>Every row that the filter leaves, as Intake writes it.</summary>
    public Task<IActionResult> OnGetExportAsync(string number, CancellationToken cancel) =>
        this.Export(services, "intake", Query($"{Donation.PathOf(number)}/cartons.csv"), $"cartons-{number}.csv", cancel);

    public string Next() => QueryHelpers.AddQueryString(
        Query($"/foundation/donations/{Donation.Number}/cartons"), new Dictionary<string, string?>(StringComparer.Ordinal) { ["after"] = Rows[^1].Id, ["from"] = $"{Last + 1}" });

    public string Query(string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        (string Name, string? Value)[] all = [("state", State), ("line", Line), ("lot", Lot), ("code", Code), .. more];
        return QueryHelpers.AddQueryString(path, all.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}
