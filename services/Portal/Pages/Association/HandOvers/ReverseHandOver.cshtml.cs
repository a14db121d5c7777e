using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>A hand-over was a mistake. The association has the goods again; nothing is deleted.</summary>
public sealed class ReverseHandOver(Services services, Texts texts) : PageModel
{
    public HandOver HandOver { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string handOver) => await Load(handOver) ?? Page();

    public async Task<IActionResult> OnPostAsync(string handOver, string key, string? reason)
    {
        Reason = reason ?? "";
        if (await Load(handOver) is { } missing)
            return missing;
        var reply = await services.Post<Reversed>(
            "distribution", $"/handovers/{Uri.EscapeDataString(handOver)}/reversal", new { reason = Reason }, key, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Again(Problem = reply.Problem, key);
        Notices.Say(TempData, texts["association.hand-over.reversed", ("number", handOver)]);
        return Redirect("/association/hand-overs");
    }

    async Task<IActionResult?> Load(string number)
    {
        var reply = await services.All<HandOver>("distribution", "/handovers", handOver => handOver.Number, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        if (reply.Body.FirstOrDefault(one => one.Number == number) is not { } found)
            return NotFound();
        HandOver = found;
        return null;
    }

    public sealed record Reversed(string HandOver);
}
