using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Documents;

/// <summary>The goods received note of a count, for NGMO and the donor.</summary>
public sealed class PrintNote(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public FlownConsignment Consignment { get; private set; } = null!;

    public CountNote Note { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/notes/{Note.Number}";

    public async Task<IActionResult> OnGetAsync(string airWaybill, string note, CancellationToken cancel)
    {
        var path = $"/consignments/{Uri.EscapeDataString(airWaybill)}";
        var consignment = await services.Get<FlownConsignment>("shipment", path, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await services.Get<IReadOnlyList<CountNote>>("shipment", $"{path}/notes", cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(one => one.Number == note) is not { } found)
            return NotFound();
        (Consignment, Note) = (consignment.Body, found);
        return Page();
    }

    public sealed record CountNote
    {
        [System.Text.Json.Serialization.JsonPropertyName("note")]
        public required string Number { get; init; }

        public required int Session { get; init; }

        public required bool Final { get; init; }

        public required int GoodCartons { get; init; }

        public required long GoodPieces { get; init; }

        public required string OpenedBy { get; init; }

        public required string ConfirmedBy { get; init; }

        public required DateTimeOffset ConfirmedAt { get; init; }

        public required IReadOnlyList<Discrepancy> Discrepancies { get; init; }
    }

    public sealed record Discrepancy
    {
        public required string Number { get; init; }

        public required string Kind { get; init; }

        public string? Reason { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }
}
