using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

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
        var reply = await services.Post<Released>("intake", $"{Donation.PathOf(number)}/release", new { }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.released", ("cartons", texts.Cartons(reply.Body.Cartons))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCancelAsync(string number, string? reason, string key, CancellationToken cancel)
    {
        Reason = reason;
        var reply = await services.Post<Cancelled>("intake", $"{Donation.PathOf(number)}/cancellation", new { reason = reason ?? "" }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.cancelled", ("pieces", texts.Number(reply.Body.Pieces))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(string number, string key, CancellationToken cancel)
    {
        var reply = await services.Post<Closed>("intake", $"{Donation.PathOf(number)}/close", new { }, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.closed"])
            : await Refused(number, reply.Problem, key, cancel);
    }

    RedirectResult Done(string number, bool onItsWay, string text)
    {
        Notices.Say(TempData, onItsWay ? texts["on-its-way"] : text);
        return Redirect($"/foundation/donations/{Uri.EscapeDataString(number)}");
    }

    Task<IActionResult> Refused(string number, Problem problem, string key, CancellationToken cancel)
    {
        Problem = problem;
        return this.Again(problem, key, Show(number, cancel));
    }

    async Task<IActionResult> Show(string number, CancellationToken cancel)
    {
        var reply = await Donation.Find(services, number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
