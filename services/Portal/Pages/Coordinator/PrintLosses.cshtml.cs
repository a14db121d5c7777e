using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Documents;

/// <summary>What of a consignment did not arrive whole, carton by carton, for NGMO, the donor and the insurer.</summary>
public sealed class PrintLosses(Services services, Texts texts, PortalSettings settings, TimeProvider clock) : PageModel
{
    const int MostPerState = 1_000;

    /// <summary>Of a carton that did not arrive whole and has not been made good.</summary>
    static readonly string[] LostStates = ["missing", "damaged", "written-off", "destroyed"];

    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public FlownConsignment Consignment { get; private set; } = null!;

    /// <summary>States in which any carton is that a count found missing or damaged, those that were made good last.</summary>
    public IReadOnlyList<FlownConsignment.Total> Totals { get; private set; } = [];

    public IReadOnlyList<LostCarton> Lost { get; private set; } = [];

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/loss-report";

    public DateTimeOffset AsOf => clock.GetUtcNow().ToOffset(Japan);

    public async Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel)
    {
        var path = $"/consignments/{Uri.EscapeDataString(airWaybill)}";
        var consignment = await services.Get<FlownConsignment>("shipment", path, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var lists = await Task.WhenAll(LostStates.Select(state =>
            services.Get<IReadOnlyList<LostCarton>>("shipment", $"{path}/cartons?state={state}&limit={MostPerState}", cancel)));
        if (Array.Find(lists, list => !list.Succeeded) is { Problem: { } problem })
            return this.Missing(problem);
        Consignment = consignment.Body;
        Totals = [.. LostStates.Concat(["found", "passed"]).SelectMany(state => Consignment.Totals.Where(total => total.State == state))];
        Lost = [.. lists.SelectMany(list => list.Body!)];
        return Page();
    }

    public sealed record LostCarton
    {
        public required string Id { get; init; }

        public string? SenderCode { get; init; }

        public required string State { get; init; }

        public required long Pieces { get; init; }

        public string? Reason { get; init; }

        public required IReadOnlyList<PackedGoods> Goods { get; init; }
    }

    public sealed record PackedGoods
    {
        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }
    }
}
