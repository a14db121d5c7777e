using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Pages.Coordinator.Stocks;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>Shows a plan: a second person approves it, then it is published; until then it can be discarded with a reason.</summary>
public sealed class ShowPlan(DistributionClient distribution, Viewer viewer, Texts texts) : PageModel
{
    public PlanDetails Plan { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>The reason as typed, if discarding was refused.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Gets whether the viewer drafted the plan and therefore cannot approve it.</summary>
    public bool IsAuthor => Plan.DraftedBy == viewer.Account;

    public Shares Shares => new("plan", Plan.Plan.Product, Plan.Plan.Rule, Plan.Plan.Stock, Plan.Plan.Reserve, Plan.Plan.Lines);

    public FreeGoods Goods => new(Plan.Plan.Product, Plan.Plan.Size ?? "", Shares.Pieces, Shares.Cartons);

    /// <summary>Gets the address of the bench with the same rule for the current free stock.</summary>
    public string Again => QueryHelpers.AddQueryString(
        "/coordinator/allocations/new",
        RuleForm.Of(Plan.Plan.Rule).Fields("a").Append((Name: "goods", Value: Goods.Value)).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    public Task<IActionResult> OnGetAsync(DocumentNumber plan, CancellationToken cancel) => Show(plan, cancel);

    public async Task<IActionResult> OnPostApproveAsync(DocumentNumber plan, string key, CancellationToken cancel) =>
        await Tell(plan, key, await distribution.ApprovePlan(plan, key, cancel), texts["sharing.plan-was-approved", ("plan", plan.Value)], cancel);

    public async Task<IActionResult> OnPostPublishAsync(DocumentNumber plan, string key, CancellationToken cancel) =>
        await Tell(plan, key, await distribution.PublishPlan(plan, new PublishPlanRequest(), key, cancel), texts["sharing.plan-was-published", ("plan", plan.Value)], cancel);

    public async Task<IActionResult> OnPostDiscardAsync(DocumentNumber plan, string key, string? reason, CancellationToken cancel)
    {
        Reason = reason ?? "";
        var reply = await distribution.DiscardPlan(plan, new DiscardPlanRequest(Reason), key, cancel);
        return await Tell(plan, key, reply, texts["sharing.plan-was-discarded", ("plan", plan.Value)], cancel);
    }

    async Task<IActionResult> Tell<TAnswer>(DocumentNumber plan, string key, Reply<TAnswer> reply, string done, CancellationToken cancel)
    {
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(plan, cancel));
        Notices.Say(TempData, reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done);
        return Redirect($"/coordinator/allocations/{plan}");
    }

    async Task<IActionResult> Show(DocumentNumber plan, CancellationToken cancel)
    {
        var reply = await distribution.GetPlan(plan, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Plan = reply.Body;
        return Page();
    }
}
