using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Books released cartons onto the flights of an air waybill.</summary>
[Authorize(Policy = "coordinates")]
public sealed class BookConsignment(ShipmentClient shipment, TypedForm form, Texts texts) : PageModel
{
    public const int MaxFlights = 20;

    /// <summary>Time-zone offsets offered by the fields, those of China and Japan first.</summary>
    public static readonly string[] Offsets =
    [
        "+09:00", "+08:00", "+07:00", "+05:30", "+04:00", "+03:00", "+02:00", "+01:00", "+00:00", "-03:00", "-04:00", "-05:00", "-06:00", "-07:00", "-08:00",
    ];

    /// <summary>A flight as typed.</summary>
    public sealed class FlightFields
    {
        public string? Number { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public string? Departs { get; set; }

        public string DepartsOffset { get; set; } = "+08:00";

        public string? Arrives { get; set; }

        public string ArrivesOffset { get; set; } = "+09:00";

        /// <summary>Gets donation and line of its cartons; empty for all remaining ones.</summary>
        public string[] Lines { get; set; } = [];

        /// <summary>Gets the number of cartons unless it carries all of its single line.</summary>
        public string? Count { get; set; }
    }

    [BindProperty]
    public string? AirWaybill { get; set; }

    [BindProperty]
    public string[] Donations { get; set; } = [];

    [BindProperty]
    public List<FlightFields> Flights { get; set; } = [];

    /// <summary>book; more or fewer to change the number of flights.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<ReleasedLine> Lines { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Flights = [new FlightFields()];
        var shown = await Show(cancel);
        Donations = [.. Lines.Select(line => line.Donation.Value).Take(1)];
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancel)
    {
        if (Act == "more" && Flights.Count < MaxFlights)
            Flights.Add(new FlightFields { From = Flights.LastOrDefault()?.From, To = Flights.LastOrDefault()?.To });
        if (Act == "fewer" && Flights.Count > 1)
            Flights.RemoveAt(Flights.Count - 1);
        if (Act is "more" or "fewer")
        {
            // The number of flights has changed, so the fields are filled from the page instead of the submitted form.
            ModelState.Clear();
            return await Show(cancel);
        }

        var request = new BookConsignmentRequest(
            form.Code<AirWaybill>("airWaybill", AirWaybill),
            [.. Flights.Select((flight, i) => Read(flight, $"flights[{i}]"))],
            [.. Donations.Select(donation => form.Code<DonationNumber>("donations", donation))]);
        var reply = await form.Send(() => shipment.BookConsignment(request, key, cancel));
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(cancel));
        Notices.Say(TempData, texts["transport.was-booked", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons))]);
        return Redirect("/coordinator/consignments/" + reply.Body.AirWaybill);
    }

    FlightToBook Read(FlightFields flight, string field)
    {
        var plain = new FlightToBook(
            flight.Number ?? "",
            flight.From ?? "",
            flight.To ?? "",
            form.Instant($"{field}.departsAt", flight.Departs, flight.DepartsOffset),
            form.Instant($"{field}.arrivesAt", flight.Arrives, flight.ArrivesOffset));
        LineToLoad[] lines = [.. flight.Lines.Select(line => form.Line($"{field}.lines", line))];
        return (lines, flight.Count) switch
        {
            ([], _) => plain,
            ([var line], { } count) => plain with { Count = form.Number($"{field}.count", count), Donation = line.Donation, Line = line.Line },
            _ => plain with { Lines = lines },
        };
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reply = await shipment.ListReleased(cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Lines = reply.Body;
        return Page();
    }
}
