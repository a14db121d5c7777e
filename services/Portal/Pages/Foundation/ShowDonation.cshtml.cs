using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation;

/// <summary>A donation: its figures, its papers, and what can be done with it now.</summary>
public sealed class ShowDonation(Services services, Texts texts) : PageModel
{
    sealed record Released(int Cartons, long Pieces);

    sealed record Cancelled(long Pieces);

    sealed record Closed(string Number);

    public Donation Donation { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string? Reason { get; private set; }

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => Show(number, cancel);

    public async Task<IActionResult> OnPostReleaseAsync(string number, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Released>("intake", $"/donations/{Uri.EscapeDataString(number)}/release", new { }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.released", ("cartons", texts.Cartons(reply.Body.Cartons))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCancelAsync(string number, string? reason, string key, CancellationToken cancel)
    {
        Reason = reason;
        var reply = await services.Post<Cancelled>("intake", $"/donations/{Uri.EscapeDataString(number)}/cancellation", new { reason = reason ?? "" }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.cancelled", ("pieces", texts.Number(reply.Body.Pieces))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(string number, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Closed>("intake", $"/donations/{Uri.EscapeDataString(number)}/close", new { }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.closed"])
            : await Refused(number, reply.Problem, key, cancel);
    }

    RedirectResult Done(string number, bool onItsWay, string text)
    {
        Notices.Say(TempData, onItsWay ? texts["on-its-way"] : text);
        return Redirect($"/foundation/donations/{Uri.EscapeDataString(number)}");
    }

    async Task<IActionResult> Refused(string number, Problem problem, string key, CancellationToken cancel)
    {
        Problem = problem;
        if (problem.FateUnknown)
            HttpContext.Items[FormKeyTagHelper.Field] = key;
        var page = await Show(number, cancel);
        if (page is PageResult)
            Response.StatusCode = problem.Status;
        return page;
    }

    async Task<IActionResult> Show(string number, CancellationToken cancel)
    {
        var reply = await services.Get<Donation>("intake", $"/donations/{Uri.EscapeDataString(number)}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
