using System.Diagnostics.CodeAnalysis;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>
/// Dispatches all published cartons in one action. With the module, the browser sends recipient by recipient to show progress;
/// dispatched cartons leave the stock, so continuing after a failure sends only the rest.
/// </summary>
public sealed class DispatchParcels(DistributionClient distribution, Viewer viewer, Texts texts, TimeProvider clock) : PageModel
{
    const int LatestShown = 10;

    public IReadOnlyList<IGrouping<RecipientCode, ReservedRow>> Waiting { get; private set; } = [];

    public IReadOnlyList<Departure> Departures { get; private set; } = [];

    /// <summary>Gets the values of the form's fields.</summary>
    public Form Typed { get; private set; } = new();

    /// <summary>Gets the recipients that were deselected; initially none.</summary>
    public IReadOnlySet<RecipientCode> NotChosen { get; private set; } = new HashSet<RecipientCode>();

    public Problem? Problem { get; private set; }

    public bool MayDispatch => viewer.Role == Role.Coordinator;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = Japan.Now(clock);
        Typed = new Form { At = Japan.Field(now), ExpectedOn = DateOnly.FromDateTime(now.DateTime).AddDays(2).ToString("O") };
        return await Show(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm(Name = "")] Form form, List<RecipientCode> recipients, List<RecipientCode> shown, CancellationToken cancel)
    {
        Typed = form;
        NotChosen = shown.Except(recipients).ToHashSet();
        if (!TryRead(form, recipients, out var request, out var problem))
            return await this.Again(Problem = problem, key, Show(cancel));
        var reply = await distribution.DispatchParcels(request, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(cancel));
        var done = texts["sharing.parcels-left", ("count", texts.Number(reply.Body.Parcels.Count))];
        Notices.Say(TempData, reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done);
        return Redirect(Departure.Link(request.At));
    }

    /// <summary>Dispatches to one recipient, for the module; answers with its parcels, or with the problem in the words of the page.</summary>
    public async Task<IActionResult> OnPostStepAsync(string key, [FromForm(Name = "")] Form form, RecipientCode? recipient, CancellationToken cancel)
    {
        if (recipient is not { } one)
            return NotFound();
        if (!TryRead(form, [one], out var request, out var problem))
            return Refused(problem);
        // The same recipient in the same form is the same command, however often it is sent.
        var reply = await distribution.DispatchParcels(request, $"{key}-{one}", cancel);
        return reply.Succeeded ? new JsonResult(new StepDone([.. reply.Body.Parcels.Select(parcel => parcel.Number)])) : Refused(reply.Problem);

        static JsonResult Refused(Problem problem) => new(new StepRefused(problem.Code, problem.Detail)) { StatusCode = problem.Status };
    }

    bool TryRead(Form form, IReadOnlyList<RecipientCode> recipients, [NotNullWhen(true)] out DispatchParcelsRequest? request, [NotNullWhen(false)] out Problem? problem)
    {
        (request, problem) = (null, null);
        if (Japan.Read(form.At) is not { } at)
            problem = new Problem(StatusCodes.Status400BadRequest, "instant-format", texts["sharing.not-a-time"]);
        else if (Web.Forms.Typed.Day(form.ExpectedOn) is not { } expectedOn)
            problem = new Problem(StatusCodes.Status400BadRequest, "day-format", texts["sharing.no-expected-day"]);
        else
            request = new DispatchParcelsRequest(form.Carrier ?? "", at, expectedOn, Recipients: recipients, WaybillPrefix: string.IsNullOrWhiteSpace(form.WaybillPrefix) ? null : form.WaybillPrefix);
        return request is not null;
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reserved = await distribution.ListReserved(cancel);
        if (!reserved.Succeeded)
            return this.Missing(reserved.Problem);
        var parcels = await distribution.ListAllParcels(new ListParcelsQuery(), cancel);
        if (!parcels.Succeeded)
            return this.Missing(parcels.Problem);
        Waiting = [.. reserved.Body.GroupBy(row => row.Recipient)];
        Departures = [.. Departure.Of(parcels.Body).Take(LatestShown)];
        return Page();
    }

    public sealed class Form
    {
        public string? Carrier { get; set; }

        public string? At { get; set; }

        public string? ExpectedOn { get; set; }

        public string? WaybillPrefix { get; set; }
    }

    sealed record StepDone(IReadOnlyList<ParcelNumber> Parcels);

    sealed record StepRefused(string Code, string Detail);
}
