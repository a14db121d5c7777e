using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Recipients;
using Logistics.Portal.Pages.Coordinator.Stocks;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>
/// The allocation bench. The rule, or two side by side, is the address of the page, so looking stores nothing and can be shared; only a draft
/// is a command.
/// </summary>
[Authorize(Policy = "coordinates")]
public sealed class DraftPlan(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FreeGoods> Free { get; private set; } = [];

    public Weights Weights { get; private set; } = Weights.Empty;

    /// <summary><c>mask</c>, <c>garment/L</c>.</summary>
    public string Goods { get; private set; } = "";

    /// <summary>The day by which a lot must not have expired.</summary>
    public string On { get; private set; } = "";

    public bool Comparing { get; private set; }

    public RuleForm First { get; private set; } = RuleForm.Usual;

    public RuleForm Second { get; private set; } = RuleForm.Usual;

    public SideBySide? Outcome { get; private set; }

    public Problem? Problem { get; private set; }

    public string Product => Goods.Split('/')[0];

    public string Size => Goods.Contains('/', StringComparison.Ordinal) ? Goods[(Goods.IndexOf('/', StringComparison.Ordinal) + 1)..] : "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Read(Request.Query);
        return Show(cancel);
    }

    /// <param name="key">The form's idempotency key.</param>
    /// <param name="use">The rule to draft by: <c>a</c> or <c>b</c>.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public async Task<IActionResult> OnPostAsync(string key, string use, CancellationToken cancel)
    {
        Read(Request.Form);
        var rule = (use == "b" ? Second : First).Asked(out var wrong);
        if (wrong is null)
        {
            var reply = await services.Post<Drafted>("distribution", "/plans", new { product = Product, size = Size, on = On, rule }, key, cancel);
            if (reply.Succeeded)
            {
                Notices.Say(TempData, Notice(reply, texts["sharing.plan-was-drafted", ("plan", reply.Body.Plan)]));
                return Redirect($"/coordinator/allocations/{reply.Body.Plan}");
            }

            return await this.Again(Problem = reply.Problem, key, Show(cancel));
        }

        return await Show(cancel);
    }

    void Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var all = fields.ToList();
        Goods = Last("goods");
        On = Last("on") is { Length: > 0 } on ? on : Japan.Today(clock).ToString("O");
        Comparing = Last("compare") == "on";
        First = RuleForm.Read(all, "a");
        // A second rule begins as the first, so that what differs is what somebody changed.
        Second = all.Exists(field => field.Key == "b-method") ? RuleForm.Read(all, "b") : First;

        string Last(string name) => all.Find(field => field.Key == name).Value.LastOrDefault()?.Trim() ?? "";
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var stock = await services.Get<HubStock>("distribution", "/stock", cancel);
        var weights = await services.Get<Weights>("distribution", "/recipients", cancel);
        if ((stock.Problem ?? weights.Problem) is { } problem)
            return this.Missing(problem);
        (Free, Weights) = (stock.Body!.Free, weights.Body!);
        if (Goods.Length == 0)
            Goods = Free.Count > 0 ? Free[0].Value : "";
        if (Goods.Length == 0)
            return Page();

        var first = First.Asked(out var firstWrong);
        var second = (Comparing ? Second : First).Asked(out var secondWrong);
        if ((firstWrong ?? secondWrong) is { } notNumber)
        {
            Problem ??= new Problem(StatusCodes.Status400BadRequest, "not-a-number", texts["sharing.not-a-number", ("value", notNumber)]);
            return Page();
        }

        var reply = await services.Post<SideBySide>(
            "distribution", "/plans/comparison", new { product = Product, size = Size, on = On, rules = new[] { first, second } }, Guid.CreateVersion7().ToString(), cancel);
        Outcome = reply.Body;
        Problem ??= reply.Problem;
        return Page();
    }

    string Notice(Reply<Drafted> reply, string done) => reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done;

    sealed record Drafted(string Plan);
}
