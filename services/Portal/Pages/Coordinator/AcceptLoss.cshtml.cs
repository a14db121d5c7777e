using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>Missing cartons are no longer looked for.</summary>
[Authorize(Policy = "coordinates")]
public sealed class AcceptLoss(Services services, Texts texts) : PageModel
{
    /// <summary>Cartons that one page offers; the next come when these are done.</summary>
    public const int Most = 200;

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

    public Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel) => Show(airWaybill, Page, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, string key, CancellationToken cancel)
    {
        var path = $"/consignments/{Uri.EscapeDataString(airWaybill)}/loss";
        var reply = await services.Post<Accepted>("shipment", path, new { cartons = Cartons, reason = Reason ?? "" }, key, cancel);
        if (!reply.Succeeded)
        {
            Problem = reply.Problem;
            return await Show(airWaybill, () => this.Again(reply.Problem, key), cancel);
        }

        Notices.Say(TempData, texts["transport.was-lost", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons))]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, Func<PageResult> page, CancellationToken cancel)
    {
        var path = $"/consignments/{Uri.EscapeDataString(airWaybill)}";
        var consignment = await services.Get<Consignment>("shipment", path, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var rows = await services.Get<List<CartonRow>>("shipment", $"{path}/cartons?state=missing&limit={Most}", cancel);
        if (!rows.Succeeded)
            return this.Missing(rows.Problem);
        Consignment = consignment.Body;
        Rows = rows.Body;
        return page();
    }
}
