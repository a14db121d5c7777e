using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Counts;

/// <summary>Prints the cartons of a consignment that did not arrive intact, for NGMO, the donor and the insurer.</summary>
public sealed class PrintLosses(ShipmentClient shipment, Texts texts, PortalSettings settings, TimeProvider clock) : PageModel
{
    const int MaxPerState = 1_000;

    /// <summary>States of a carton that did not arrive intact and has not been made good.</summary>
    static readonly CartonState[] LostStates = [CartonState.Missing, CartonState.Damaged, CartonState.WrittenOff, CartonState.Destroyed];

    static readonly CartonState[] MadeGood = [CartonState.Found, CartonState.Passed];

    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public ConsignmentDetails Consignment { get; private set; } = null!;

    /// <summary>Gets the totals of cartons that a count found missing or damaged, with those made good last.</summary>
    public IReadOnlyList<CartonTotal> Totals { get; private set; } = [];

    public IReadOnlyList<CartonRow> Lost { get; private set; } = [];

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/loss-report";

    public DateTimeOffset AsOf => Japan.Now(clock);

    public async Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var lists = await Task.WhenAll(LostStates.Select(state => shipment.ListCartons(airWaybill, new ListCartonsQuery { State = state, Limit = MaxPerState }, cancel)));
        var lost = new List<CartonRow>();
        foreach (var list in lists)
        {
            if (!list.Succeeded)
                return this.Missing(list.Problem);
            lost.AddRange(list.Body);
        }

        Consignment = consignment.Body;
        Totals = [.. LostStates.Concat(MadeGood).SelectMany(state => Consignment.Totals.Where(total => total.State == state))];
        Lost = lost;
        return Page();
    }
}
