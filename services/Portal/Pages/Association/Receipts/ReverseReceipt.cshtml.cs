using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Reverses a mistaken receipt. Its pieces are expected again; nothing is deleted.</summary>
public sealed class ReverseReceipt(DistributionClient distribution, Texts texts) : PageModel
{
    public ReceiptOfParcel Confirmed { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(ParcelNumber parcel, DocumentNumber receipt) => await Load(parcel, receipt) ?? Page();

    public async Task<IActionResult> OnPostAsync(ParcelNumber parcel, DocumentNumber receipt, string key, string? reason)
    {
        Reason = reason ?? "";
        if (await Load(parcel, receipt) is { } missing)
            return missing;
        var reply = await distribution.ReverseReceipt(receipt, new ReverseReceiptRequest(Reason), key, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = reply.Problem, key);
        Notices.Say(TempData, texts["association.reversal.done", ("number", receipt.Value)]);
        return Redirect("/association");
    }

    async Task<IActionResult?> Load(ParcelNumber parcel, DocumentNumber receipt)
    {
        var reply = await ReceiptOfParcel.Find(distribution, parcel, receipt, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Confirmed = reply.Body;
        return null;
    }
}
