using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>Lists the cartons of a consignment, filtered and paged by the service.</summary>
public sealed class ListCartons(ShipmentClient shipment, TypedForm form) : PageModel
{
    const int PerPage = 100;

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

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public IReadOnlyList<CartonRow> Rows { get; private set; } = [];

    public long Total { get; private set; }

    /// <summary>Gets the fault of a filter, or null.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Gets the address of the export, which contains every row of the filter.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", AsTyped().Append(KeyValuePair.Create("handler", (string?)"Export")));

    public string? NextAddress => Rows.Count == PerPage
        ? QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", AsTyped().Append(KeyValuePair.Create("after", (string?)Rows[^1].Id.Value)))
        : null;

    public string FirstAddress => QueryHelpers.AddQueryString($"{Consignment.Address}/cartons", AsTyped());

    /// <summary>Returns the class of a state's tag.</summary>
    public static string TagOf(CartonState state) => state switch
    {
        CartonState.Missing or CartonState.Damaged => "bad",
        CartonState.Good => "waiting",
        CartonState.Booked or CartonState.WrittenOff or CartonState.Destroyed => "",
        CartonState.Delivered or CartonState.Found or CartonState.Passed => "good",
    };

    public async Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        var query = Filter();
        var rows = await form.Send(() => shipment.ListCartons(airWaybill, query with { After = After, Limit = PerPage }, cancel));
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

    /// <summary>Exports every row of the filter, as Shipment writes it.</summary>
    public async Task<IActionResult> OnGetExportAsync(AirWaybill airWaybill, CancellationToken cancel)
    {
        var query = Filter();
        return form.Problem is null
            ? await this.Export(shipment.ExportCartons(airWaybill, query, cancel), $"{airWaybill}-cartons.csv", cancel)
            : this.Missing(form.Problem);
    }

    ListCartonsQuery Filter() => new()
    {
        State = form.Filter<CartonState>("state", State),
        Flight = Flight,
        Lot = Lot is null ? null : form.Code<LotNumber>("lot", Lot),
        Code = Code is null ? null : ScannedCode.Read(Code),
    };

    /// <summary>Returns the filter as parameters of this page.</summary>
    IEnumerable<KeyValuePair<string, string?>> AsTyped() =>
        new KeyValuePair<string, string?>[] { new("state", State), new("flight", Flight), new("lot", Lot), new("code", Code is null ? null : ScannedCode.Read(Code)) }
            .Where(part => part.Value is not null);
}
