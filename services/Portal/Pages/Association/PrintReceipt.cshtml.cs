using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Documents;

/// <summary>The numbered document of one receipt.</summary>
public sealed class PrintReceipt(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: false);

    public Confirmed Receipt { get; private set; } = null!;

    public SentParcelPaper Parcel { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/association/receipts/{Receipt.Number}";

    public async Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancel)
    {
        // Of an association there are no more than these.
        var receipts = await services.Get<IReadOnlyList<Confirmed>>("distribution", "/receipts?limit=1000", cancel);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        if (receipts.Body.FirstOrDefault(one => one.Number == receipt) is not { } found)
            return NotFound();
        var parcel = await services.Get<SentParcelPaper>("distribution", $"/parcels/{found.Parcel}", cancel);
        if (!parcel.Succeeded)
            return this.Missing(parcel.Problem);
        (Receipt, Parcel) = (found, parcel.Body);
        return Page();
    }

    public sealed record Confirmed
    {
        public required string Number { get; init; }

        public required string Parcel { get; init; }

        public required string Recipient { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required bool OnBehalf { get; init; }

        public required string ConfirmedBy { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversalReason { get; init; }

        public required IReadOnlyList<FoundLine> Lines { get; init; }
    }

    public sealed record FoundLine
    {
        public required int Line { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }

        public IReadOnlyList<string> Photos { get; init; } = [];
    }
}
