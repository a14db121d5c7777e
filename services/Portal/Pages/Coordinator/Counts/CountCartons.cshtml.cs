using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>
/// Counts cartons with a hand scanner or the camera, as a range, or by number. With script every scan is posted separately and answered in JSON;
/// without it the same form is answered with the page.
/// </summary>
public sealed class CountCartons(ShipmentClient shipment, TypedForm form, Texts texts) : PageModel
{
    const int MaxEntries = 10;

    /// <summary>The answer to a scan.</summary>
    /// <param name="Result">entered, known, refused, or unsure if the service may have recorded it.</param>
    /// <param name="Said">The result in words.</param>
    /// <param name="Figures">Cartons by condition and <c>uncounted</c>; null if nothing was entered.</param>
    public sealed record Scanned(string Result, string Said, IReadOnlyDictionary<string, string>? Figures = null);

    [BindProperty]
    public Condition? Condition { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>One or more codes, each on its own line.</summary>
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public CountWay Way { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    /// <summary>Donation and line: <c>D-2020-0001/1</c>.</summary>
    [BindProperty]
    public string? Goods { get; set; }

    [BindProperty]
    public string? Lot { get; set; }

    [BindProperty]
    public string? Count { get; set; }

    /// <summary>The last entry shown, to list earlier ones.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public CountDetails Session { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public bool MoreEntries => Session.Entries.Count == MaxEntries;

    /// <summary>Returns the code printed on the carton: its SSCC, or the sender's code without the donation.</summary>
    public static string Short(string carton) => carton[(carton.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, int session, CancellationToken cancel) => Show(airWaybill, session, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, int session, string key, CancellationToken cancel)
    {
        var reply = await Enter(airWaybill, session, key, cancel);
        if (Request.Headers.Accept == "application/json")
            return Json(reply);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, Said(reply.Body));
        return Redirect($"/coordinator/consignments/{airWaybill}/counts/{session}");
    }

    public async Task<IActionResult> OnPostUndoAsync(AirWaybill airWaybill, int session, int entry, string key, CancellationToken cancel)
    {
        var reply = await shipment.UndoEntry(airWaybill, session, new UndoEntryRequest(entry), key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, texts["transport.count.was-undone", ("entry", texts.Number(entry)), ("cartons", texts.Cartons(reply.Body.Returned))]);
        return Redirect($"/coordinator/consignments/{airWaybill}/counts/{session}");
    }

    /// <summary>Describes an entry in words.</summary>
    string Said(CountEntryAnswer entered)
    {
        var said = new List<string>();
        if (entered.Counted > 0 && Condition is { } condition)
            said.Add(texts["transport.count.entered", ("cartons", texts.Cartons(entered.Counted)), ("condition", texts.Word("transport.condition", condition))]);
        if (entered.Replaced.Count > 0)
            said.Add(texts["transport.count.replaced", ("cartons", texts.Cartons(entered.Replaced.Count))]);
        if (entered.Unchanged > 0)
            said.Add(texts["transport.count.unchanged", ("cartons", texts.Cartons(entered.Unchanged))]);
        if (entered.NotInConsignment > 0)
            said.Add(texts["transport.count.absent", ("count", texts.Number(entered.NotInConsignment))]);
        return texts.Sentences(said);
    }

    /// <remarks>The status is always 200: a refusal is a valid answer to a scan.</remarks>
    JsonResult Json(Reply<CountEntryAnswer> reply) => new(reply.Succeeded
        ? new Scanned(
            reply.Body.Counted > 0 ? "entered" : "known",
            Said(reply.Body),
            Enum.GetValues<Condition>()
                .Select(condition => (Name: Wire.NameOf(condition), Cartons: reply.Body.Totals.FirstOrDefault(total => total.Condition == condition)?.Cartons ?? 0))
                .Append((Name: "uncounted", Cartons: reply.Body.Uncounted))
                .ToDictionary(figure => figure.Name, figure => texts.Number(figure.Cartons), StringComparer.Ordinal))
        : new Scanned(reply.Problem.FateUnknown ? "unsure" : "refused", reply.Problem.Detail));

    Task<Reply<CountEntryAnswer>> Enter(AirWaybill airWaybill, int session, string key, CancellationToken cancel)
    {
        var condition = form.Given("condition", Condition);
        return Way switch
        {
            CountWay.Cartons => form.Send(() => shipment.CountCartons(
                airWaybill, session, new CountCartonsRequest(condition, ScannedCode.ReadLines(Code), Reason), key, cancel)),
            CountWay.Range => form.Send(() => shipment.CountRange(
                airWaybill, session, new CountRangeRequest(condition, ScannedCode.Read(From), ScannedCode.Read(To), Reason), key, cancel)),
            CountWay.Quantity => EnterQuantity(),
        };

        Task<Reply<CountEntryAnswer>> EnterQuantity()
        {
            var (line, count) = (form.Line("line", Goods), form.Number("count", Count));
            var lot = Lot is null ? (LotNumber?)null : form.Code<LotNumber>("lot", Lot);
            return form.Send(() => shipment.CountQuantity(
                airWaybill, session, new CountQuantityRequest(condition, line.Donation, line.Line, count, Lot: lot, Reason: Reason), key, cancel));
        }
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, int session, CancellationToken cancel)
    {
        var reply = await shipment.GetCount(airWaybill, session, new GetCountQuery { Before = Before, Limit = MaxEntries }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Session = reply.Body;
        return Page();
    }
}
