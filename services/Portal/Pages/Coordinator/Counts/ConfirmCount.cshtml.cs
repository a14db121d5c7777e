using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>A second person confirms a session of counting; the final one makes missing what nobody counted.</summary>
public sealed class ConfirmCount(Services services, Texts texts) : PageModel
{
    public sealed record Confirmed
    {
        public required string Note { get; init; }

        public required int GoodCartons { get; init; }

        public required long GoodPieces { get; init; }

        public IReadOnlyList<object> Discrepancies { get; init; } = [];
    }

    public CountSession Session { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string airWaybill, int session, CancellationToken cancel) => Show(airWaybill, session, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, int session, bool final, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Confirmed>("shipment", $"{CountSession.PathOf(airWaybill, session)}/confirmation", new { final }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, texts[
            "transport.count.was-confirmed",
            ("note", reply.Body.Note),
            ("good", texts.PiecesAndCartons("", reply.Body.GoodPieces, reply.Body.GoodCartons)),
            ("discrepancies", texts.Number(reply.Body.Discrepancies.Count))]);
        return Redirect($"/coordinator/consignments/{airWaybill}/notes/{reply.Body.Note}");
    }

    async Task<IActionResult> Show(string airWaybill, int session, CancellationToken cancel)
    {
        var reply = await services.Get<CountSession>("shipment", $"{CountSession.PathOf(airWaybill, session)}?limit=1", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Session = reply.Body;
        return Page();
    }
}
