using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>
/// Counting: a hand scanner or the camera, a range, or a number of cartons. With script every scan is posted by itself and answered in JSON;
/// without it the same form answers with the page.
/// </summary>
public sealed class CountCartons(Services services, Texts texts) : PageModel
{
    /// <summary>As found, in the order of the form.</summary>
    public static readonly string[] Conditions = ["good", "damaged", "missing", "over"];

    const int EntriesShown = 10;

    public sealed record Entered
    {
        public required int Counted { get; init; }

        public IReadOnlyList<string> Replaced { get; init; } = [];

        public required int Unchanged { get; init; }

        public required int NotInConsignment { get; init; }

        public IReadOnlyList<CountTotal> Totals { get; init; } = [];

        public required int Uncounted { get; init; }
    }

    public sealed record Undone
    {
        public required int Returned { get; init; }
    }

    [BindProperty]
    public string? Condition { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>One or more, each on a line of its own.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Which button: cartons, range or quantity.</summary>
    [BindProperty]
    public string? Way { get; set; }

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

    /// <summary>The last entry seen, for those before it.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public CountSession Session { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public bool MoreEntries => Session.Entries.Count == EntriesShown;

    /// <summary>What stands on the carton: its SSCC, or the sender's code without the donation before it.</summary>
    public static string Short(string carton) => carton[(carton.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public Task<IActionResult> OnGetAsync(string airWaybill, int session, CancellationToken cancel) => Show(airWaybill, session, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, int session, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Entered>("shipment", $"{CountSession.PathOf(airWaybill, session)}/{Way ?? "cartons"}", Body(), key, cancel);
        if (Request.Headers.Accept == "application/json")
            return Json(reply);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, Said(reply.Body));
        return Redirect($"/coordinator/consignments/{airWaybill}/counts/{session}");
    }

    public async Task<IActionResult> OnPostUndoAsync(string airWaybill, int session, int entry, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Undone>("shipment", $"{CountSession.PathOf(airWaybill, session)}/undo", new { entry }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, session, cancel));
        Notices.Say(TempData, texts["transport.count.was-undone", ("entry", texts.Number(entry)), ("cartons", texts.Cartons(reply.Body.Returned))]);
        return Redirect($"/coordinator/consignments/{airWaybill}/counts/{session}");
    }

    /// <summary>What was entered, in words.</summary>
    string Said(Entered entered)
    {
        var said = new List<string>();
        if (entered.Counted > 0)
            said.Add(texts["transport.count.entered", ("cartons", texts.Cartons(entered.Counted)), ("condition", texts[$"transport.condition.{Condition}"])]);
        if (entered.Replaced.Count > 0)
            said.Add(texts["transport.count.replaced", ("cartons", texts.Cartons(entered.Replaced.Count))]);
        if (entered.Unchanged > 0)
            said.Add(texts["transport.count.unchanged", ("cartons", texts.Cartons(entered.Unchanged))]);
        if (entered.NotInConsignment > 0)
            said.Add(texts["transport.count.absent", ("count", texts.Number(entered.NotInConsignment))]);
        return string.Join(texts.Language == "en" ? " " : "", said);
    }

    /// <remarks>Always 200: a refusal is an answer to a scan, and not an error of the page.</remarks>
    JsonResult Json(Reply<Entered> reply) => reply.Succeeded
        ? new JsonResult(new
        {
            result = reply.Body.Counted > 0 ? "entered" : "known",
            said = Said(reply.Body),
            figures = Conditions.Select(condition => (condition, total: reply.Body.Totals.FirstOrDefault(total => total.Condition == condition)))
                .Select(figure => (figure.condition, text: texts.Number(figure.total?.Cartons ?? 0)))
                .Append(("uncounted", texts.Number(reply.Body.Uncounted)))
                .ToDictionary(),
        })
        : new JsonResult(new { result = reply.Problem.FateUnknown ? "unsure" : "refused", said = reply.Problem.Detail });

    object Body() => Way switch
    {
        "range" => new { condition = Condition, from = ScannedCode.Read(From), to = ScannedCode.Read(To), reason = Reason },
        "quantity" => new
        {
            condition = Condition,
            donation = Goods?.Split('/')[0],
            line = Typed.Number(Goods?.Split('/')[^1]),
            count = (object?)Typed.Number(Count) ?? Count,
            lot = Lot,
            reason = Reason,
        },
        _ => new { condition = Condition, cartons = ScannedCode.ReadLines(Code), reason = Reason },
    };

    async Task<IActionResult> Show(string airWaybill, int session, CancellationToken cancel)
    {
        var before = Before is { } entry ? $"&before={entry}" : "";
        var reply = await services.Get<CountSession>("shipment", $"{CountSession.PathOf(airWaybill, session)}?limit={EntriesShown}{before}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Session = reply.Body;
        return Page();
    }
}
