using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Shows a consignment: the next steps and the record of past ones.</summary>
public sealed class ShowConsignment(ShipmentClient shipment, TimeProvider clock) : PageModel
{
    /// <param name="At">Local time of its place.</param>
    /// <param name="What">What happened, in words.</param>
    /// <param name="Withdrawable">Number of the milestone, if it can be withdrawn.</param>
    /// <param name="Withdrawn">Why it was withdrawn, or null.</param>
    /// <param name="Detail">Note, reason or number.</param>
    public sealed record Happening(DateTimeOffset At, string What, int? Withdrawable = null, string? Withdrawn = null, string? Detail = null);

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public IReadOnlyList<GoodsReceivedNote> Notes { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    /// <summary>Opens a counting session.</summary>
    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, string key, CancellationToken cancel)
    {
        var reply = await shipment.OpenCount(airWaybill, key, cancel);
        if (reply.Succeeded)
            return Redirect($"/coordinator/consignments/{airWaybill}/counts/{reply.Body.Session}");
        return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await shipment.ListNotes(airWaybill, cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        Consignment = consignment.Body;
        Notes = notes.Body;
        return Page();
    }

    /// <summary>Returns all that happened, in the order of events in the field.</summary>
    public IReadOnlyList<Happening> Timeline(Texts texts)
    {
        var (one, customs) = (Consignment, Consignment.Customs);
        var all = new List<Happening> { new(one.AtDestination(one.BookedAt), texts["transport.event.booked"]) };
        all.AddRange(one.Milestones.Select(milestone => new Happening(
            milestone.At,
            texts["transport.event.milestone", ("flight", milestone.Flight), ("milestone", texts.Word("transport.milestone", milestone.Code)), ("place", texts.Place(milestone.Place))],
            milestone.Withdrawn is null ? milestone.Number : null,
            milestone.Withdrawn,
            milestone.Note)));
        if (customs?.EnteredAt is { } entered)
            all.Add(new Happening(entered, texts["transport.event.entered"], Detail: customs.Entry));
        if (customs?.HeldAt is { } held)
            all.Add(new Happening(held, texts["transport.event.held"], Detail: customs.HoldReason));
        if (customs?.ReleasedAt is { } released)
            all.Add(new Happening(released, texts["transport.event.released"], Detail: customs.Permit));
        all.AddRange(one.Counts.Select(count => new Happening(one.AtDestination(count.OpenedAt), texts["transport.event.count-opened", ("session", texts.Number(count.Session))])));
        all.AddRange(Notes.Select(note => new Happening(one.AtDestination(note.ConfirmedAt), texts["transport.event.count-confirmed", ("session", texts.Number(note.Session))], Detail: note.Note.Value)));
        all.AddRange(one.Deliveries.Select(delivery => new Happening(
            delivery.At, texts["transport.event.delivered", ("hub", delivery.Hub), ("cartons", texts.Cartons(delivery.Cartons))])));
        return [.. all.OrderBy(happening => happening.At)];
    }
}
