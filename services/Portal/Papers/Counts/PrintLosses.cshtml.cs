using Logistics.Client;
using Logistics.Portal.Pages.Coordinator;
using Logistics.Portal.Pages.Coordinator.Cartons;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Counts;

/// <summary>What of a consignment did not arrive whole, carton by carton, for NGMO, the donor and the insurer.</summary>
public sealed class PrintLosses(Services services, Texts texts, PortalSettings settings, TimeProvider clock) : PageModel
{
    const int MostPerState = 1_000;

    /// <summary>Of a carton that did not arrive whole and has not been made good.</summary>
    static readonly string[] LostStates = ["missing", "damaged", "written-off", "destroyed"];

    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public Consignment Consignment { get; private set; } = null!;

    /// <summary>States in which any carton is that a count found missing or damaged, those that were made good last.</summary>
    public IReadOnlyList<StateTotal> Totals { get; private set; } = [];

    public IReadOnlyList<CartonRow> Lost { get; private set; } = [];

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/loss-report";

    public DateTimeOffset AsOf => Japan.Now(clock);

    public async Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var lists = await Task.WhenAll(LostStates.Select(state => CartonRow.InState(services, airWaybill, state, MostPerState, cancel)));
        if (Array.Find(lists, list => !list.Succeeded) is { Problem: { } problem })
            return this.Missing(problem);
        Consignment = consignment.Body;
        Totals = [.. LostStates.Concat(["found", "passed"]).SelectMany(state => Consignment.Totals.Where(total => total.State == state))];
        Lost = [.. lists.SelectMany(list => list.Body!)];
        return Page();
    }
}
