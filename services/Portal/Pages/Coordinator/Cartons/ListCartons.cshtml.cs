using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>The cartons of a consignment, filtered and cut into pages by the service.</summary>
public sealed class ListCartons(Services services) : PageModel
{
    const int PerPage = 100;

    /// <summary>States of a carton that is on a flight.</summary>
    public static readonly string[] States = ["booked", "good", "damaged", "missing", "delivered", "found", "passed", "destroyed", "written-off"];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Flight { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Lot { get; set; }

    /// <summary>A part of the SSCC or of the sender's own code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Id of the last carton seen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Consignment Consignment { get; private set; } = null!;

    public IReadOnlyList<CartonRow> Rows { get; private set; } = [];

    public long Total { get; private set; }

    /// <summary>A filter that is none of a carton's.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The export has every row of the filter.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", Filter().Append(KeyValuePair.Create("handler", (string?)"Export")));

    public string? NextAddress => Rows.Count == PerPage
        ? QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", Filter().Append(KeyValuePair.Create("after", (string?)Rows[^1].Id)))
        : null;

    public string FirstAddress => QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", Filter());

    public async Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        var query = Filter().Append(KeyValuePair.Create("limit", (string?)$"{PerPage}")).Append(KeyValuePair.Create("after", After));
        var rows = await services.Get<List<CartonRow>>("shipment", QueryHelpers.AddQueryString(Consignment.PathOf(airWaybill) + "/cartons", query.Where(part => part.Value is not null)), cancel);
        if (!rows.Succeeded)
        {
            if (rows.Problem.Status != StatusCodes.Status400BadRequest)
                return this.Missing(rows.Problem);
            Problem = rows.Problem;
            return Page();
        }

        Rows = rows.Body;
        Total = rows.Total ?? Rows.Count;
        return Page();
    }

    /// <summary>Every row that the filter leaves, as the shipment writes it.</summary>
    public Task<IActionResult> OnGetExportAsync(string airWaybill, CancellationToken cancel) => this.Export(
        services, "shipment", QueryHelpers.AddQueryString($"{Consignment.PathOf(airWaybill)}/cartons.csv", Filter()), $"{airWaybill}-cartons.csv", cancel);

    IEnumerable<KeyValuePair<string, string?>> Filter() =>
        new KeyValuePair<string, string?>[] { new("state", State), new("flight", Flight), new("lot", Lot), new("code", Code is null ? null : ScannedCode.Read(Code)) }
            .Where(part => part.Value is not null);
}
