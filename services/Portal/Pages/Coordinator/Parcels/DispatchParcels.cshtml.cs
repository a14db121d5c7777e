using Logistics.Client;
using Logistics.Hosting.Access;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>
/// Everything that is published leaves in one action. A browser that runs the module sends it recipient by recipient, to show how far it is;
/// what has left is no longer here, so going on after a fault sends only the rest.
/// </summary>
public sealed class DispatchParcels(Services services, Viewer viewer, Texts texts, TimeProvider clock) : PageModel
{
    const int LatestShown = 10;

    public IReadOnlyList<Reserved> Waiting { get; private set; } = [];

    public IReadOnlyList<Departure> Departures { get; private set; } = [];

    public string Carrier { get; private set; } = "";

    public string At { get; private set; } = "";

    public string ExpectedOn { get; private set; } = "";

    public string WaybillPrefix { get; private set; } = "";

    /// <summary>Recipients that were not ticked; all are at first.</summary>
    public IReadOnlySet<string> NotChosen { get; private set; } = new HashSet<string>();

    public Problem? Problem { get; private set; }

    public bool MayDispatch => viewer.Role == Role.Coordinator;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = Japan.Now(clock);
        (At, ExpectedOn) = (Japan.Field(now), DateOnly.FromDateTime(now.DateTime).AddDays(2).ToString("O"));
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPostAsync(
        string key, string? carrier, string? at, string? expectedOn, string? waybillPrefix, List<string> recipients, List<string> shown, CancellationToken cancel)
    {
        var reply = await Send(key, carrier, at, expectedOn, waybillPrefix, recipients, cancel);
        if (reply.Succeeded)
        {
            var done = texts["sharing.parcels-left", ("count", texts.Number(reply.Body.Parcels.Count))];
            Notices.Say(TempData, reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done);
            return Redirect(Departure.Link(Japan.Instant(at)));
        }

        (Carrier, At, ExpectedOn, WaybillPrefix) = (carrier ?? "", at ?? "", expectedOn ?? "", waybillPrefix ?? "");
        NotChosen = shown.Except(recipients, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return await this.Again(Problem = reply.Problem, key, Show(cancel));
    }

    /// <summary>One recipient, for the module: its parcels, or the problem as the page would say it.</summary>
    public async Task<IActionResult> OnPostStepAsync(
        string key, string? carrier, string? at, string? expectedOn, string? waybillPrefix, string recipient, CancellationToken cancel)
    {
        // The same recipient of the same form is the same command, however often it is sent.
        var reply = await Send($"{key}-{recipient}", carrier, at, expectedOn, waybillPrefix, [recipient], cancel);
        return reply.Succeeded
            ? new JsonResult(new { parcels = reply.Body.Parcels.Select(parcel => parcel.Number) })
            : new JsonResult(new { reply.Problem.Code, reply.Problem.Detail }) { StatusCode = reply.Problem.Status };
    }

    Task<Reply<Dispatched>> Send(
        string key, string? carrier, string? at, string? expectedOn, string? waybillPrefix, IReadOnlyList<string> recipients, CancellationToken cancel) =>
        services.Post<Dispatched>(
            "distribution",
            "/dispatches",
            new
            {
                carrier = carrier ?? "",
                at = Japan.Instant(at),
                expectedOn = expectedOn ?? "",
                recipients,
                waybillPrefix = string.IsNullOrWhiteSpace(waybillPrefix) ? null : waybillPrefix,
            },
            key,
            cancel);

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reserved = await services.Get<List<Row>>("distribution", "/reserved", cancel);
        var parcels = await services.All<SentParcel>("distribution", "/parcels", parcel => parcel.Number, cancel);
        if ((reserved.Problem ?? parcels.Problem) is { } problem)
            return this.Missing(problem);
        Waiting = [.. reserved.Body!.GroupBy(row => row.Recipient, StringComparer.Ordinal).Select(rows => new Reserved(rows.Key, [.. rows]))];
        Departures = [.. Departure.Of(parcels.Body!).Take(LatestShown)];
        return Page();
    }

    /// <summary>What would leave for a recipient.</summary>
    public sealed record Reserved(string Recipient, IReadOnlyList<Row> Goods);

    public sealed record Row
    {
        public required string Recipient { get; init; }

        public required string Plan { get; init; }

        public required string Product { get; init; }

        public required string Size { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    sealed record Dispatched(IReadOnlyList<Sent> Parcels);

    sealed record Sent(string Number);
}
