using System.Globalization;
using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Registers a donation with its lines. Rows are added by posting the form, or by a module without posting.</summary>
[Authorize(Policy = "gives")]
public sealed class RegisterDonation(IntakeClient intake, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>A line as typed.</summary>
    public sealed class Line
    {
        public ProductCode? Product { get; set; }

        public string? Pieces { get; set; }

        public string? Gtin { get; set; }

        internal bool IsBlank => string.IsNullOrWhiteSpace(Pieces) && string.IsNullOrWhiteSpace(Gtin);
    }

    [BindProperty]
    public string? Donor { get; set; }

    [BindProperty]
    public string? PledgedOn { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>Gets the row that was just added and receives the focus.</summary>
    public int? NewRow { get; private set; }

    /// <summary>Gets the products that have a name in the texts.</summary>
    public static IEnumerable<ProductCode> Products =>
        Texts.Entries.Keys.Where(key => key.StartsWith("product.", StringComparison.Ordinal)).Select(key => Code.Parse<ProductCode>(key["product.".Length..]));

    public void OnGet()
    {
        PledgedOn = clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Lines = [new Line()];
    }

    public void OnPostAddRow()
    {
        // Blank rows stay as posted; all other input is shown again from the bound values.
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
        List<ProblemDetail> faults = [];
        if (Read(faults) is not { } request)
            return Again(new Problem(StatusCodes.Status422UnprocessableEntity, "form", texts["foundation.check-fields"]) { Errors = faults }, key);
        var reply = await intake.RegisterDonation(request, key, cancel);
        if (!reply.Succeeded)
            return Again(reply.Problem, key);
        Notices.Say(TempData, texts[reply.OnItsWay ? "on-its-way" : "foundation.registered", ("number", reply.Body.Number.Value)]);
        return Redirect($"/foundation/donations/{reply.Body.Number}");
    }

    /// <summary>Reads the form.</summary>
    /// <returns>Null if a field is invalid; <paramref name="faults"/> lists the faults.</returns>
    RegisterDonationRequest? Read(List<ProblemDetail> faults)
    {
        if (string.IsNullOrWhiteSpace(Donor))
            faults.Add(new ProblemDetail(null, "donor", "text-required", texts["foundation.donor-blank"]));
        var pledgedOn = Typed.Day(PledgedOn);
        if (pledgedOn is null)
            faults.Add(new ProblemDetail(null, "pledgedOn", "day-format", texts["foundation.day-format"]));
        List<PledgedLine> lines = [.. Lines.Select((line, at) => Read(line, $"lines[{at}]", faults)).OfType<PledgedLine>()];
        return faults.Count == 0 && pledgedOn is { } day ? new RegisterDonationRequest(Donor ?? "", day, lines) : null;
    }

    PledgedLine? Read(Line line, string path, List<ProblemDetail> faults)
    {
        if (line.Product is null)
            faults.Add(new ProblemDetail(null, $"{path}.product", "text-required", texts["foundation.product-required"]));
        var pieces = Typed.Number(line.Pieces);
        if (pieces is not > 0)
            faults.Add(new ProblemDetail(null, $"{path}.pieces", "pieces-format", texts["foundation.pieces-format"]));
        Gtin? gtin = string.IsNullOrWhiteSpace(line.Gtin) ? null : faults.Read<Gtin>($"{path}.gtin", line.Gtin, texts);
        return line.Product is { } product && pieces is { } count ? new PledgedLine(product, count, gtin) : null;
    }

    PageResult Again(Problem problem, string key) => ProblemPages.Again(this, Problem = problem, key);
}
