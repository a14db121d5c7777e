using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Milestones;

/// <summary>Records any milestone of a flight; the expected ones can be recorded directly on the page of the consignment.</summary>
[Authorize(Policy = "coordinates")]
public sealed class RecordMilestone(ShipmentClient shipment, TypedForm form, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public MilestoneCode? Code { get; set; }

    [BindProperty]
    public string? Flight { get; set; }

    /// <summary>Airport and its offset: <c>NRT+09:00</c>.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>Gets the airports of these flights, each with its time-zone offset.</summary>
    public IReadOnlyList<(string Airport, string Offset)> Places =>
    [
        .. Consignment.Flights
            .SelectMany(flight => new[] { (flight.To, PlaceTime.OffsetOf(flight.ArrivesAt)), (flight.From, PlaceTime.OffsetOf(flight.DepartsAt)) })
            .Distinct(),
    ];

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, string key, CancellationToken cancel)
    {
        var place = Place ?? "";
        var (airport, offset) = (place[..Math.Min(3, place.Length)], place[Math.Min(3, place.Length)..]);
        var (code, at) = (form.Given("code", Code), form.Instant("at", At, offset));
        var reply = await form.Send(() => shipment.RecordMilestone(airWaybill, new RecordMilestoneRequest(code, airport, at, Flight, Note), key, cancel));
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        var said = texts["transport.milestone-recorded", ("flight", Flight ?? ""), ("milestone", texts.Word("transport.milestone", code))];
        foreach (var warning in reply.Body.Warnings)
            said += " " + texts["transport.milestone-order", ("other", texts.Word("transport.milestone", warning.Other))];
        Notices.Say(TempData, said);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        At ??= PlaceTime.Of(Consignment.AtDestination(clock.GetUtcNow()), Consignment.Last.To).Local;
        return Page();
    }
}
