using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>Confirms a counting session by a second person; after the final one, uncounted cartons are missing.</summary>
public sealed class ConfirmCount(ShipmentClient shipment, Texts texts) : PageModel
{
    public CountDetails Session { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, int session, CancellationToken cancel) => Show(airWaybill, session, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, int session, bool final, string key, CancellationToken cancel)
    {
        var reply = await shipment.ConfirmCount(airWaybill, session, new ConfirmCountRequest(final), key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, texts[
            "transport.count.was-confirmed",
            ("note", reply.Body.Note.Value),
            ("good", texts.PiecesAndCartons("", reply.Body.GoodPieces, reply.Body.GoodCartons)),
            ("discrepancies", texts.Number(reply.Body.Discrepancies.Count))]);
        return Redirect($"/coordinator/consignments/{airWaybill}/notes/{reply.Body.Note}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, int session, CancellationToken cancel)
    {
        var reply = await shipment.GetCount(airWaybill, session, new GetCountQuery { Limit = 1 }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Session = reply.Body;
        return Page();
    }
}
