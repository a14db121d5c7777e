using Logistics.Client;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Pages.Coordinator.Stocks;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A plan: another person approves it, then it is published, or it is put away with a reason.</summary>
public sealed class ShowPlan(Services services, Viewer viewer, Texts texts) : PageModel
{
    public Details Plan { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>The reason that somebody typed, where putting away was refused.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether the viewer drafted it, and so cannot approve it.</summary>
    public bool IsAuthor => Plan.DraftedBy == viewer.Account;

    public Shares Shares => new("plan", Plan.Plan.Product.Value, Plan.Plan.Rule, Plan.Plan.Stock, Plan.Plan.Reserve, Plan.Plan.Lines);

    public FreeGoods Goods => new(Plan.Plan.Product.Value, Plan.Plan.Size ?? "", Shares.Pieces, Shares.Cartons);

    /// <summary>The bench with the same rule over what is free now.</summary>
    public string Again => QueryHelpers.AddQueryString(
        "/coordinator/allocations/new",
        RuleForm.Of(Plan.Plan.Rule).Fields("a").Append((Name: "goods", Value: Goods.Value)).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    public Task<IActionResult> OnGetAsync(string plan, CancellationToken cancel) => Show(plan, cancel);

    public Task<IActionResult> OnPostApproveAsync(string plan, string key, CancellationToken cancel) =>
        Do(plan, $"/plans/{Uri.EscapeDataString(plan)}/approval", new { }, key, texts["sharing.plan-was-approved", ("plan", plan)], cancel);

    public Task<IActionResult> OnPostPublishAsync(string plan, string key, CancellationToken cancel) =>
        Do(plan, $"/plans/{Uri.EscapeDataString(plan)}/publication", new { }, key, texts["sharing.plan-was-published", ("plan", plan)], cancel);

    public Task<IActionResult> OnPostDiscardAsync(string plan, string key, string? reason, CancellationToken cancel)
    {
        Reason = reason ?? "";
        return Do(plan, $"/plans/{Uri.EscapeDataString(plan)}/discard", new { reason = Reason }, key, texts["sharing.plan-was-discarded", ("plan", plan)], cancel);
    }

    async Task<IActionResult> Do(string plan, string path, object body, string key, string done, CancellationToken cancel)
    {
        var reply = await services.Post<Done>("distribution", path, body, key, cancel);
        if (reply.Succeeded)
        {
            Notices.Say(TempData, reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done);
            return Redirect($"/coordinator/allocations/{plan}");
        }

        return await this.Again(Problem = reply.Problem, key, Show(plan, cancel));
    }

    async Task<IActionResult> Show(string plan, CancellationToken cancel)
    {
        var reply = await services.Get<Details>("distribution", $"/plans/{Uri.EscapeDataString(plan)}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Plan = reply.Body;
        return Page();
    }

    public sealed record Details
    {
        public required PlanDrafted Plan { get; init; }

        public required string State { get; init; }

        public required string DraftedBy { get; init; }

        public required DateTimeOffset DraftedAt { get; init; }

        public string? ApprovedBy { get; init; }

        public DateTimeOffset? ApprovedAt { get; init; }

        public string? PublishedBy { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public string? DiscardReason { get; init; }
    }

    sealed record Done(string Plan);
}
