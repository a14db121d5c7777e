using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Books released cartons onto the flights of an air waybill.</summary>
[Authorize(Policy = "coordinates")]
public sealed class BookConsignment(Services services, Texts texts) : PageModel
{
    public const int MostFlights = 20;

    /// <summary>Offsets that the fields offer, those of China and Japan first.</summary>
    public static readonly string[] Offsets =
    [
        "+09:00", "+08:00", "+07:00", "+05:30", "+04:00", "+03:00", "+02:00", "+01:00", "+00:00", "-03:00", "-04:00", "-05:00", "-06:00", "-07:00", "-08:00",
    ];

    /// <summary>Released cartons of one line.</summary>
    public sealed record Released
    {
        public required string Donation { get; init; }

        public required int Line { get; init; }

        public required string Product { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public string Code => $"{Donation}/{Line}";
    }

    /// <summary>A flight as it is typed.</summary>
    public sealed class FlightFields
    {
        public string? Number { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public string? Departs { get; set; }

        public string DepartsOffset { get; set; } = "+08:00";

        public string? Arrives { get; set; }

        public string ArrivesOffset { get; set; } = "+09:00";

        /// <summary>Donation and line of what it carries; nothing for what is left.</summary>
        public string[] Lines { get; set; } = [];

        /// <summary>Cartons, where it does not carry all of its one line.</summary>
        public string? Count { get; set; }
    }

    public sealed record Booked
    {
        public required string AirWaybill { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    [BindProperty]
    public string? AirWaybill { get; set; }

    [BindProperty]
    public string[] Donations { get; set; } = [];

    [BindProperty]
    public List<FlightFields> Flights { get; set; } = [];

    /// <summary>book; more or fewer for another number of flights.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<Released> Lines { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Flights = [new FlightFields()];
        var shown = await Show(cancel);
        Donations = [.. Lines.Select(line => line.Donation).Distinct(StringComparer.Ordinal).Take(1)];
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancel)
    {
        if (Act == "more" && Flights.Count < MostFlights)
            Flights.Add(new FlightFields { From = Flights.LastOrDefault()?.From, To = Flights.LastOrDefault()?.To });
        if (Act == "fewer" && Flights.Count > 1)
            Flights.RemoveAt(Flights.Count - 1);
        if (Act is "more" or "fewer")
        {
            // The fields show what was typed by the page, not by the form: it has another number of flights now.
            ModelState.Clear();
            return await Show(cancel);
        }

        var reply = await services.Post<Booked>(
            "shipment",
            "/consignments",
            new { airWaybill = AirWaybill ?? "", donations = Donations, flights = Flights.Select(Body) },
            key,
            cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(cancel));
        Notices.Say(TempData, texts["transport.was-booked", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons))]);
        return Redirect("/coordinator/consignments/" + reply.Body.AirWaybill);
    }

    static object Body(FlightFields flight)
    {
        var lines = flight.Lines.Select(code => code.Split('/')).Select(parts => (Donation: parts[0], Line: Typed.Number(parts[^1]))).ToList();
        var (number, from, to, departsAt, arrivesAt) = (
            flight.Number ?? "", flight.From ?? "", flight.To ?? "",
            PlaceTime.Instant(flight.Departs, flight.DepartsOffset), PlaceTime.Instant(flight.Arrives, flight.ArrivesOffset));
        return (lines.Count, flight.Count) switch
        {
            (0, _) => new { number, from, to, departsAt, arrivesAt },
            (1, { } count) => new { number, from, to, departsAt, arrivesAt, count = (object?)Typed.Number(count) ?? count, donation = lines[0].Donation, line = lines[0].Line },
            _ => new { number, from, to, departsAt, arrivesAt, lines = lines.Select(line => new { donation = line.Donation, line = line.Line }) },
        };
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reply = await services.Get<List<Released>>("shipment", "/released", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Lines = reply.Body;
        return Page();
    }
}
