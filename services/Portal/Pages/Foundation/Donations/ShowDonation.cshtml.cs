using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Shows a donation: its figures, its documents and the available actions.</summary>
public sealed class ShowDonation(IntakeClient intake, Texts texts) : PageModel
{
    public DonationDetails Donation { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string? Reason { get; private set; }

    public Task<IActionResult> OnGetAsync(DonationNumber number, CancellationToken cancel) => Show(number, cancel);

    public async Task<IActionResult> OnPostReleaseAsync(DonationNumber number, string key, CancellationToken cancel)
    {
        var reply = await intake.ReleaseDonation(number, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.released", ("cartons", texts.Cartons(reply.Body.Cartons))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCancelAsync(DonationNumber number, string? reason, string key, CancellationToken cancel)
    {
        Reason = reason;
        var reply = await intake.CancelDonation(number, new CancelDonationRequest(reason ?? ""), key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.cancelled", ("pieces", texts.Number(reply.Body.Pieces))])
            : await Refused(number, reply.Problem, key, cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(DonationNumber number, string key, CancellationToken cancel)
    {
        var reply = await intake.CloseDonation(number, key, cancel);
        return reply.Succeeded
            ? Done(number, reply.OnItsWay, texts["foundation.closed"])
            : await Refused(number, reply.Problem, key, cancel);
    }

    RedirectResult Done(DonationNumber number, bool onItsWay, string text)
    {
        Notices.Say(TempData, onItsWay ? texts["on-its-way"] : text);
        return Redirect($"/foundation/donations/{number}");
    }

    Task<IActionResult> Refused(DonationNumber number, Problem problem, string key, CancellationToken cancel)
    {
        Problem = problem;
        return this.Again(problem, key, Show(number, cancel));
    }

    async Task<IActionResult> Show(DonationNumber number, CancellationToken cancel)
    {
        var reply = await intake.GetDonation(number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
