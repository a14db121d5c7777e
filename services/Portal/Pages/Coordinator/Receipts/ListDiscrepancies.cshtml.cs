using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Shows the discrepancies of counts and receipts; only open ones by default.</summary>
public sealed class ListDiscrepancies(ShipmentClient shipment, DistributionClient distribution) : PageModel
{
    const int PerPage = 50;

    /// <summary>open, settled or all.</summary>
    public string State { get; private set; } = "open";

    /// <summary>Gets the recipient whose discrepancies are shown, without those of counts; null for all.</summary>
    public RecipientCode? Recipient { get; private set; }

    /// <summary>Gets the number of the last discrepancy of a count that was shown.</summary>
    public string? AfterCount { get; private set; }

    /// <summary>Gets the number of the last discrepancy of a receipt that was shown.</summary>
    public string? AfterReceipt { get; private set; }

    public IReadOnlyList<CountDiscrepancyRow> OfCounts { get; private set; } = [];

    public IReadOnlyList<ReceiptDiscrepancyRow> OfReceipts { get; private set; } = [];

    public long CountsTotal { get; private set; }

    public long ReceiptsTotal { get; private set; }

    public string? NextOfCounts => OfCounts.Count == PerPage ? Address(OfCounts[^1].Number.Value, AfterReceipt) : null;

    public string? NextOfReceipts => OfReceipts.Count == PerPage ? Address(AfterCount, OfReceipts[^1].Number.Value) : null;

    public async Task<IActionResult> OnGetAsync(string? state, RecipientCode? recipient, string? afterCount, string? afterReceipt, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return NotFound();
        State = state is null or "open" ? "open" : state is "settled" ? state : "all";
        (Recipient, AfterCount, AfterReceipt) = (recipient, afterCount, afterReceipt);
        var askingReceipts = distribution.ListDiscrepancies(
            new ListReceiptDiscrepanciesQuery { State = Typed.Member<ReceiptDiscrepancyState>(State), Recipient = Recipient, After = AfterReceipt, Limit = PerPage }, cancel);
        if (Recipient is null)
        {
            var counts = await shipment.ListDiscrepancies(
                new ListCountDiscrepanciesQuery { State = Typed.Member<CountDiscrepancyState>(State), After = AfterCount, Limit = PerPage }, cancel);
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
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = State, ["recipient"] = Recipient?.Value, ["afterCount"] = afterCount, ["afterReceipt"] = afterReceipt }.Where(part => part.Value is not null));
}
