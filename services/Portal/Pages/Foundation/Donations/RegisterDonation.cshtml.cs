using System.Globalization;
using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>A new donation with its lines. Rows are added by posting the form back, or by a module without that.</summary>
[Authorize(Policy = "gives")]
public sealed class RegisterDonation(Services services, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>As typed.</summary>
    public sealed class Line
    {
        public string? Product { get; set; }

        public string? Pieces { get; set; }

        public string? Gtin { get; set; }

        internal bool IsBlank => string.IsNullOrWhiteSpace(Pieces) && string.IsNullOrWhiteSpace(Gtin);
    }

    sealed record Registered(string Number);

    [BindProperty]
    public string? Donor { get; set; }

    [BindProperty]
    public string? PledgedOn { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>The row that was just added, to begin typing there.</summary>
    public int? NewRow { get; private set; }

    /// <summary>The products that have a name in the texts.</summary>
    public static IEnumerable<string> Products => Texts.Entries.Keys.Where(key => key.StartsWith("product.", StringComparison.Ordinal)).Select(key => key["product.".Length..]);

    public void OnGet()
    {
        PledgedOn = clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Lines = [new Line()];
    }

    public void OnPostAddRow()
    {
        // The row that was posted as blank stays what it is; what was typed is shown again from what was bound.
        ModelState.Clear();
        NewRow = Lines.Count;
        Lines.Add(new Line());
    }

    public void OnPostRemoveRow(int row)
    {
        ModelState.Clear();
        if (row >= 0 && row < Lines.Count)
            Lines.RemoveAt(row);
        if (Lines.Count == 0)
            Lines.Add(new Line());
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancel)
    {
        ModelState.Clear();
        if (Lines.Count > 1)
            Lines.RemoveAll(line => line.IsBlank);
        var faults = Faults().ToList();
        if (faults.Count > 0)
            return Again(new Problem(StatusCodes.Status422UnprocessableEntity, "form", texts["foundation.check-fields"]) { Errors = faults }, key);
        var request = new
        {
            donor = Donor ?? "",
            pledgedOn = Typed.Day(PledgedOn),
            lines = Lines.ConvertAll(line => new { product = line.Product, pieces = Typed.Number(line.Pieces), gtin = string.IsNullOrWhiteSpace(line.Gtin) ? null : line.Gtin }),
        };
        var reply = await services.Post<Registered>("intake", "/donations", request, key, cancel);
        if (!reply.Succeeded)
            return Again(reply.Problem, key);
        Notices.Say(TempData, texts[reply.OnItsWay ? "on-its-way" : "foundation.registered", ("number", reply.Body.Number)]);
        return Redirect($"/foundation/donations/{reply.Body.Number}");
    }

    IEnumerable<ProblemDetail> Faults()
    {
        if (string.IsNullOrWhiteSpace(Donor))
            yield return new ProblemDetail(null, "donor", "donor-blank", texts["foundation.donor-blank"]);
        if (Typed.Day(PledgedOn) is null)
            yield return new ProblemDetail(null, "pledgedOn", "day-format", texts["foundation.day-format"]);
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Typed.Number(Lines[i].Pieces) is not > 0)
                yield return new ProblemDetail(null, $"lines[{i}].pieces", "pieces-format", texts["foundation.pieces-format"]);
            if (!string.IsNullOrWhiteSpace(Lines[i].Gtin) && !Gtin.TryParse(Lines[i].Gtin, out _, out var fault))
                yield return new ProblemDetail(null, $"lines[{i}].gtin", fault.Code, GtinText(fault));
        }
    }

    string GtinText(CodeFault fault) => fault.Code == "gtin-check-digit"
        ? texts.Fill("wrong-check-digit", name => Convert.ToString(fault.Facts.First(fact => fact.Name == name).Value, CultureInfo.InvariantCulture)!)
        : texts["foundation.gtin-format"];

    PageResult Again(Problem problem, string key) => Problems.Again(this, Problem = problem, key);
}
