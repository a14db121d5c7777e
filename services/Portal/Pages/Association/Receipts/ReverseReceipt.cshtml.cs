using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>A receipt was a mistake. Its pieces are expected again; nothing is deleted.</summary>
public sealed class ReverseReceipt(Services services, DistributionClient distribution, Texts texts) : PageModel
{
    public Receipt.Confirmed Confirmed { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string parcel, string receipt) => await Load(parcel, receipt) ?? Page();

    public async Task<IActionResult> OnPostAsync(string parcel, string receipt, string key, string? reason)
    {
        Reason = reason ?? "";
        if (await Load(parcel, receipt) is { } missing)
            return missing;
        var reply = await distribution.ReverseReceipt(Code.Parse<DocumentNumber>(Confirmed.Receipt.Number), new ReverseReceiptRequest(Reason), key, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = reply.Problem, key);
        Notices.Say(TempData, texts["association.reversal.done", ("number", receipt)]);
        return Redirect("/association");
    }

    async Task<IActionResult?> Load(string parcel, string receipt)
    {
        var reply = await Receipt.Find(services, parcel, receipt, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Confirmed = reply.Body;
        return null;
    }
}
