using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Shows parcels by number, filtered and paged by the service; the export contains all rows.</summary>
public sealed class ListParcels(DistributionClient distribution, TimeProvider clock) : PageModel
{
    const int PageSize = 50;

    public IReadOnlyList<ParcelRow> Parcels { get; private set; } = [];

    public RecipientCode? Recipient { get; private set; }

    public ParcelState? State { get; private set; }

    public bool Overdue { get; private set; }

    /// <summary>The last number of this page; null on the last page.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(RecipientCode? recipient, string? state, bool overdue, string? after, CancellationToken cancel)
    {
        if (!TryFilter(recipient, state, overdue))
            return NotFound();
        var reply = await distribution.ListParcels(Query() with { After = after, Limit = PageSize + 1 }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Parcels = [.. reply.Body.Take(PageSize)];
        Next = reply.Body.Count > PageSize ? Parcels[^1].Number.Value : null;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(RecipientCode? recipient, string? state, bool overdue, CancellationToken cancel) =>
        TryFilter(recipient, state, overdue) ? await this.Export(distribution.ExportParcels(Query(), cancel), "parcels.csv", cancel) : NotFound();

    public string Filter(string? after = null) => QueryText.Write(new ListParcelsQuery { Recipient = Recipient, State = State, Overdue = Overdue, After = after });

    ListParcelsQuery Query() => new() { Recipient = Recipient, State = State, Overdue = Overdue, On = Japan.Today(clock) };

    bool TryFilter(RecipientCode? recipient, string? state, bool overdue)
    {
        (Recipient, State, Overdue) = (recipient, Typed.Member<ParcelState>(state), overdue);
        return ModelState.IsValid && (State is not null || string.IsNullOrEmpty(state));
    }
}
