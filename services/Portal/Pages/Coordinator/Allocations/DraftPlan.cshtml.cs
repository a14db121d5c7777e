using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Pages.Coordinator.Stocks;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>
/// Shows the allocation bench. The address of the page contains the rule, or two to compare, so viewing stores nothing and can be shared; only a
/// draft is a command.
/// </summary>
[Authorize(Policy = "coordinates")]
public sealed class DraftPlan(DistributionClient distribution, Texts texts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FreeGoods> Free { get; private set; } = [];

    public RecipientList Known { get; private set; } = new([], []);

    /// <summary>The goods to allocate, for example <c>mask</c> or <c>garment/L</c>; blank if nothing is free.</summary>
    public string Goods { get; private set; } = "";

    /// <summary>As typed: the day on which lots must not have expired.</summary>
    public string On { get; private set; } = "";

    public bool Comparing { get; private set; }

    public RuleForm First { get; private set; } = RuleForm.Usual;

    public RuleForm Second { get; private set; } = RuleForm.Usual;

    public ComparePlansAnswer? Outcome { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>The product in <see cref="Goods"/>; null if it is blank or invalid.</summary>
    public ProductCode? Product => ProductCode.TryParse(Goods.Split('/')[0], out var product, out _) ? product : null;

    public string Size => Goods.Contains('/', StringComparison.Ordinal) ? Goods[(Goods.IndexOf('/', StringComparison.Ordinal) + 1)..] : "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Read(Request.Query);
        return Show(cancel);
    }

    /// <param name="key">The form's idempotency key.</param>
    /// <param name="use">The rule for the draft: <c>a</c> or <c>b</c>.</param>
    /// <param name="cancel">Cancelled when the viewer disconnects.</param>
    public async Task<IActionResult> OnPostAsync(string key, string use, CancellationToken cancel)
    {
        Read(Request.Form);
        if (Product is not { } product || Typed.Day(On) is not { } on || (use == "b" ? Second : First).Asked(out _) is not { } rule)
            return await Show(cancel);
        var reply = await distribution.DraftPlan(new DraftPlanRequest(product, on, rule, Size), key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(cancel));
        var done = texts["sharing.plan-was-drafted", ("plan", reply.Body.Plan.Value)];
        Notices.Say(TempData, reply.OnItsWay ? $"{done} {texts["on-its-way"]}" : done);
        return Redirect($"/coordinator/allocations/{reply.Body.Plan}");
    }

    void Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var all = fields.ToList();
        Goods = Last("goods");
        On = Last("on") is { Length: > 0 } on ? on : Japan.Today(clock).ToString("O");
        Comparing = Last("compare") == "on";
        First = RuleForm.Read(all, "a");
        // The second rule starts as a copy of the first, so that all differences are deliberate.
        Second = all.Exists(field => field.Key == "b-method") ? RuleForm.Read(all, "b") : First;

        string Last(string name) => all.Find(field => field.Key == name).Value.LastOrDefault()?.Trim() ?? "";
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var stock = await distribution.GetStock(new GetStockQuery(), cancel);
        if (!stock.Succeeded)
            return this.Missing(stock.Problem);
        var known = await distribution.ListRecipients(cancel);
        if (!known.Succeeded)
            return this.Missing(known.Problem);
        (Free, Known) = (FreeGoods.In(stock.Body), known.Body);
        if (Goods.Length == 0)
            Goods = Free.Count > 0 ? Free[0].Value : "";
        if (Goods.Length == 0)
            return Page();
        if (Product is not { } product)
            return NotFound();
        await Compare(product, cancel);
        return Page();
    }

    async Task Compare(ProductCode product, CancellationToken cancel)
    {
        if (Typed.Day(On) is not { } on)
        {
            Problem ??= Wrong("day-format", texts["sharing.not-a-day", ("value", On)]);
            return;
        }

        if (First.Asked(out var wrong) is not { } first || (Comparing ? Second : First).Asked(out wrong) is not { } second)
        {
            Problem ??= Wrong("not-a-number", texts["sharing.not-a-number", ("value", wrong ?? "")]);
            return;
        }

        var reply = await distribution.ComparePlans(new ComparePlansRequest(product, on, [first, second], Size), Guid.CreateVersion7().ToString(), cancel);
        Outcome = reply.Body;
        Problem ??= reply.Problem;
    }

    static Problem Wrong(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);
}
