using Logistics.Client.Shipment;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Arrivals;

/// <summary>Shows the arrivals board: all flights, late ones first, with scheduled and actual times.</summary>
public sealed class ListArrivals(ShipmentClient shipment, TimeProvider clock) : PageModel
{
    const int MaxArrived = 20;

    public sealed record Row(ConsignmentRow Consignment, FlightDetails Flight);

    /// <summary>Gets whether flights that arrived long ago are shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyDictionary<Board, IReadOnlyList<Row>> Rows { get; private set; } = new Dictionary<Board, IReadOnlyList<Row>>();

    /// <summary>Gets the number of arrived flights that are not shown.</summary>
    public int Hidden { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var consignments = await shipment.ListAllConsignments(new ListConsignmentsQuery(), cancel);
        if (!consignments.Succeeded)
            return this.Missing(consignments.Problem);
        var boards = consignments.Body.SelectMany(one => one.Flights.Select(flight => new Row(one, flight))).ToLookup(row => Boards.Of(row.Flight, Now));
        Rows = Enum.GetValues<Board>().ToDictionary(
            board => board,
            board => (IReadOnlyList<Row>)[.. Boards.InOrder(board, boards[board], row => row.Flight).Take(board == Board.Arrived && !All ? MaxArrived : int.MaxValue)]);
        Hidden = boards[Board.Arrived].Count() - Rows[Board.Arrived].Count;
        return Page();
    }
}
