using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.HandOvers;

/// <summary>Shows how many hospitals and clinics were reached, separately for members of an association and others, and all hand-overs.</summary>
public sealed class ListHandOvers(DistributionClient distribution) : PageModel
{
    const int PageSize = 50;

    public InstitutionsReached Institutions { get; private set; } = null!;

    public IReadOnlyList<HandOverRow> HandOvers { get; private set; } = [];

    public RecipientCode? Recipient { get; private set; }

    public DocumentState? State { get; private set; }

    public long Total { get; private set; }

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public string Filter => QueryText.Write(Query);

    ListHandOversQuery Query => new() { Recipient = Recipient, State = State };

    public async Task<IActionResult> OnGetAsync(RecipientCode? recipient, string? state, string? after, CancellationToken cancel)
    {
        if (!TryFilter(recipient, state))
            return NotFound();
        var reached = await distribution.GetInstitutionsReached(cancel);
        if (!reached.Succeeded)
            return this.Missing(reached.Problem);
        var rows = await distribution.ListHandOvers(Query with { After = after, Limit = PageSize + 1 }, cancel);
        if (!rows.Succeeded)
            return this.Missing(rows.Problem);
        Institutions = reached.Body;
        HandOvers = [.. rows.Body.Take(PageSize)];
        Total = rows.Total ?? HandOvers.Count;
        Next = rows.Body.Count > PageSize ? "/coordinator/hand-overs" + QueryText.Write(Query with { After = HandOvers[^1].Number.Value }) : null;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(RecipientCode? recipient, string? state, CancellationToken cancel) =>
        TryFilter(recipient, state) ? await this.Export(distribution.ExportHandOvers(Query, cancel), "hand-overs.csv", cancel) : NotFound();

    bool TryFilter(RecipientCode? recipient, string? state)
    {
        (Recipient, State) = (recipient, Typed.Member<DocumentState>(state));
        return ModelState.IsValid && (State is not null || string.IsNullOrEmpty(state));
    }
}
