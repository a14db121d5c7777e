using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>What became of pieces that a receipt found missing, damaged or unfit.</summary>
public sealed class ResolveDiscrepancy(Services services, Texts texts) : PageModel
{
    const int MostOfParcel = 1000;

    public sealed record Resolved
    {
        public required long Unsettled { get; init; }
    }

    /// <summary>The parcel it was found in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Parcel { get; set; }

    [BindProperty]
    public string? Resolution { get; set; }

    [BindProperty]
    public string? Pieces { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Discrepancy Discrepancy { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => Show(number, cancel);

    public async Task<IActionResult> OnPostAsync(string number, string key, CancellationToken cancel)
    {
        if (await Show(number, cancel) is not PageResult and var instead)
            return instead;
        var reply = await services.Post<Resolved>(
            "distribution",
            $"/receipts/{Discrepancy.Receipt}/resolutions",
            new { line = Discrepancy.Line, kind = Discrepancy.Kind, resolution = Resolution, pieces = (object?)Typed.Number(Pieces) ?? Pieces, reason = Reason ?? "" },
            key,
            cancel);
        if (!reply.Succeeded)
        {
            Problem = reply.Problem;
            return this.Again(reply.Problem, key);
        }

        Notices.Say(TempData, texts["transport.was-resolved", ("number", number), ("left", texts.Pieces(Discrepancy.Product, reply.Body.Unsettled))]);
        return Redirect("/coordinator/discrepancies");
    }

    async Task<IActionResult> Show(string number, CancellationToken cancel)
    {
        var reply = await services.Get<List<Discrepancy>>("distribution", $"/discrepancies?limit={MostOfParcel}&parcel={Uri.EscapeDataString(Parcel ?? "")}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        if (reply.Body.FirstOrDefault(one => one.Number == number) is not { } found)
            return NotFound();
        Discrepancy = found;
        Pieces ??= $"{found.Unsettled}";
        return Page();
    }
}
