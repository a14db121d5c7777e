using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>Missing cartons are no longer looked for.</summary>
[Authorize(Policy = "coordinates")]
public sealed class AcceptLoss(Services services, Texts texts) : PageModel
{
    public sealed record Accepted
    {
        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    [BindProperty]
    public string[] Cartons { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public Consignment Consignment { get; private set; } = null!;

    public IReadOnlyList<CartonRow> Rows { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, string key, CancellationToken cancel)
    {
        var path = $"{Consignment.PathOf(airWaybill)}/loss";
        var reply = await services.Post<Accepted>("shipment", path, new { cartons = Cartons, reason = Reason ?? "" }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.was-lost", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons))]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var rows = await CartonRow.InState(services, airWaybill, "missing", CartonRow.MostOffered, cancel);
        if (!rows.Succeeded)
            return this.Missing(rows.Problem);
        Consignment = consignment.Body;
        Rows = rows.Body;
        return Page();
    }
}
