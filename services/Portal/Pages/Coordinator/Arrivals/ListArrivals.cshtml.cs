using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Arrivals;

/// <summary>The arrivals board: every flight, late ones first, expected against actual.</summary>
public sealed class ListArrivals(Services services, TimeProvider clock) : PageModel
{
    const int PageOfService = 1000;
    const int ArrivedFirst = 20;

    public sealed record Consignment
    {
        public required string AirWaybill { get; init; }

        public required int Cartons { get; init; }

        public required int GoodCartons { get; init; }

        public required int DeliveredCartons { get; init; }

        public IReadOnlyList<Flight> Flights { get; init; } = [];
    }

    public sealed record Row(Consignment Consignment, Flight Flight);

    /// <summary>Also the flights that arrived long ago.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyDictionary<Board, IReadOnlyList<Row>> Rows { get; private set; } = new Dictionary<Board, IReadOnlyList<Row>>();

    /// <summary>Arrived flights that are not shown.</summary>
    public int Hidden { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var consignments = new List<Consignment>();
        for (var full = true; full;)
        {
            var after = consignments.Count == 0 ? "" : consignments[^1].AirWaybill;
            var page = await services.Get<List<Consignment>>("shipment", $"/consignments?limit={PageOfService}&after={after}", cancel);
            if (!page.Succeeded)
                return this.Missing(page.Problem);
            consignments.AddRange(page.Body);
            full = page.Body.Count == PageOfService;
        }

        var boards = consignments.SelectMany(one => one.Flights.Select(flight => new Row(one, flight))).ToLookup(row => Boards.Of(row.Flight, Now));
        Rows = Enum.GetValues<Board>().ToDictionary(
            board => board,
            board => (IReadOnlyList<Row>)[.. Boards.InOrder(board, boards[board], row => row.Flight).Take(board == Board.Arrived && !All ? ArrivedFirst : int.MaxValue)]);
        Hidden = boards[Board.Arrived].Count() - Rows[Board.Arrived].Count;
        return Page();
    }
}
