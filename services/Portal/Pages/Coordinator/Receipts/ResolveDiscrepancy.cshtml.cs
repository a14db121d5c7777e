using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Records the outcome for pieces that a receipt reported missing, damaged or unfit.</summary>
public sealed class ResolveDiscrepancy(DistributionClient distribution, Texts texts) : PageModel
{
    public ReceiptDiscrepancyRow Discrepancy { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Resolution? Resolution { get; private set; }

    public string Pieces { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <param name="number">The discrepancy.</param>
    /// <param name="parcel">The parcel in which it was found.</param>
    /// <param name="cancel">Cancelled when the viewer disconnects.</param>
    public async Task<IActionResult> OnGetAsync(DocumentNumber number, ParcelNumber? parcel, CancellationToken cancel)
    {
        if (await Load(number, parcel, cancel) is { } missing)
            return missing;
        Pieces = $"{Discrepancy.Unsettled}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(DocumentNumber number, ParcelNumber? parcel, string key, string? resolution, string? pieces, string? reason, CancellationToken cancel)
    {
        if (await Load(number, parcel, cancel) is { } missing)
            return missing;
        (Resolution, Pieces, Reason) = (Typed.Member<Resolution>(resolution), pieces ?? "", reason ?? "");
        if (Typed.Number(pieces) is not { } count)
            return this.Again(Problem = new Problem(StatusCodes.Status400BadRequest, "not-a-number", texts["sharing.not-a-number", ("value", Pieces)]), key);
        if (Resolution is not { } end)
            return this.Again(Problem = new Problem(StatusCodes.Status400BadRequest, "no-resolution", texts["sharing.no-resolution"]), key);
        var reply = await distribution.ResolveDiscrepancy(Discrepancy.Receipt, new ResolveDiscrepancyRequest(Discrepancy.Line, Discrepancy.Kind, end, count, Reason), key, cancel);
        if (!reply.Succeeded)
            return this.Again(Problem = reply.Problem, key);
        Notices.Say(TempData, texts["transport.was-resolved", ("number", number.Value), ("left", texts.Pieces(Discrepancy.Product, reply.Body.Unsettled))]);
        return Redirect("/coordinator/discrepancies");
    }

    async Task<IActionResult?> Load(DocumentNumber number, ParcelNumber? parcel, CancellationToken cancel)
    {
        if (parcel is null)
            return NotFound();
        var reply = await distribution.ListAllDiscrepancies(new ListReceiptDiscrepanciesQuery { Parcel = parcel }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        if (reply.Body.FirstOrDefault(one => one.Number == number) is not { } found)
            return NotFound();
        Discrepancy = found;
        return null;
    }
}
