using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Reverses a mistaken hand-over. The goods return to the association; nothing is deleted.</summary>
public sealed class ReverseHandOver(DistributionClient distribution, Texts texts) : PageModel
{
    public HandOverRow HandOver { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(DocumentNumber handOver) => await Load(handOver) ?? Page();

    public async Task<IActionResult> OnPostAsync(DocumentNumber handOver, string key, string? reason)
    {
        Reason = reason ?? "";
        if (await Load(handOver) is { } missing)
            return missing;
        var reply = await distribution.ReverseHandOver(handOver, new ReverseHandOverRequest(Reason), key, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = reply.Problem, key);
        Notices.Say(TempData, texts["association.hand-over.reversed", ("number", handOver.Value)]);
        return Redirect("/association/hand-overs");
    }

    async Task<IActionResult?> Load(DocumentNumber number)
    {
        var reply = await distribution.ListAllHandOvers(new ListHandOversQuery(), HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        if (reply.Body.FirstOrDefault(one => one.Number == number) is not { } found)
            return NotFound();
        HandOver = found;
        return null;
    }
}
