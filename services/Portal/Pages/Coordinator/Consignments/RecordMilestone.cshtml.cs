using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Records how far a flight is: the expected one by one click on the page of the consignment, any other one here.</summary>
[Authorize(Policy = "coordinates")]
public sealed class RecordMilestone(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public sealed record Recorded
    {
        public IReadOnlyList<Warning> Warnings { get; init; } = [];
    }

    /// <summary>The time does not fit another milestone.</summary>
    public sealed record Warning
    {
        public required string Other { get; init; }

        public required DateTimeOffset OtherAt { get; init; }
    }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Flight { get; set; }

    /// <summary>Airport and its offset: <c>NRT+09:00</c>.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Consignment Consignment { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>Where milestones of these flights happen, each with the clock that it goes by.</summary>
    public IReadOnlyList<(string Airport, string Offset)> Places =>
    [
        .. Consignment.Flights
            .SelectMany(flight => new[] { (flight.To, TransportTexts.Offset(flight.ArrivesAt)), (flight.From, TransportTexts.Offset(flight.DepartsAt)) })
            .Distinct(),
    ];

    public Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel)
    {
        return Show(airWaybill, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string airWaybill, string key, CancellationToken cancel)
    {
        var place = Place ?? "";
        var (airport, offset) = (place[..Math.Min(3, place.Length)], place[Math.Min(3, place.Length)..]);
        var reply = await services.Post<Recorded>(
            "shipment",
            $"{Consignment.PathOf(airWaybill)}/milestones",
            new { code = Code ?? "", place = airport, at = PlaceTime.Instant(At, offset), flight = Flight, note = Note },
            key,
            cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        var said = texts["transport.milestone-recorded", ("flight", Flight ?? ""), ("milestone", texts[$"transport.milestone.{Code}"])];
        foreach (var warning in reply.Body.Warnings)
            said += " " + texts["transport.milestone-order", ("other", texts[$"transport.milestone.{warning.Other}"])];
        Notices.Say(TempData, said);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        At ??= PlaceTime.Of(Consignment.AtDestination(clock.GetUtcNow()), Consignment.Last.To).Local;
        return Page();
    }
}
