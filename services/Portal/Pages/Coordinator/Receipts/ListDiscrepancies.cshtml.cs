using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>What counts and receipts found wrong; open ones unless others are asked for.</summary>
public sealed class ListDiscrepancies(Services services) : PageModel
{
    const int PerPage = 50;

    /// <summary>open, settled or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "open";

    /// <summary>Only what this recipient was sent, and so nothing of counts; blank for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string Recipient { get; set; } = "";

    /// <summary>Number of the last one of a count that was seen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AfterCount { get; set; }

    /// <summary>Number of the last one of a receipt that was seen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AfterReceipt { get; set; }

    public IReadOnlyList<CountDiscrepancy> OfCounts { get; private set; } = [];

    public IReadOnlyList<Discrepancy> OfReceipts { get; private set; } = [];

    public long CountsTotal { get; private set; }

    public long ReceiptsTotal { get; private set; }

    public string? NextOfCounts => OfCounts.Count == PerPage ? Address(OfCounts[^1].Number, AfterReceipt) : null;

    public string? NextOfReceipts => OfReceipts.Count == PerPage ? Address(AfterCount, OfReceipts[^1].Number) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (State is not ("open" or "settled"))
            State = "all";
        var filter = State == "all" ? "" : $"&state={State}";
        var askingReceipts = services.Get<List<Discrepancy>>(
            "distribution", $"/discrepancies?limit={PerPage}{filter}&recipient={Uri.EscapeDataString(Recipient)}&after={Uri.EscapeDataString(AfterReceipt ?? "")}", cancel);
        if (Recipient.Length == 0)
        {
            var counts = await services.Get<List<CountDiscrepancy>>("shipment", $"/discrepancies?limit={PerPage}{filter}&after={Uri.EscapeDataString(AfterCount ?? "")}", cancel);
            if (!counts.Succeeded)
                return this.Missing(counts.Problem);
            (OfCounts, CountsTotal) = (counts.Body, counts.Total ?? counts.Body.Count);
        }

        var receipts = await askingReceipts;
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        (OfReceipts, ReceiptsTotal) = (receipts.Body, receipts.Total ?? receipts.Body.Count);
        return Page();
    }

    string Address(string? afterCount, string? afterReceipt) => QueryHelpers.AddQueryString(
        "/coordinator/discrepancies",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = State, ["recipient"] = Recipient, ["afterCount"] = afterCount, ["afterReceipt"] = afterReceipt }.Where(part => part.Value is not null));
}
