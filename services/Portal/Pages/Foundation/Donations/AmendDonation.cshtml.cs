using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Changes a pledge, with a reason; shows the minimum of each line.</summary>
[Authorize(Policy = "gives")]
public sealed class AmendDonation(IntakeClient intake, Texts texts) : PageModel
{
    /// <summary>A line as typed. A line without a number is new.</summary>
    public sealed class Line
    {
        public int? Number { get; set; }

        public ProductCode? Product { get; set; }

        public string? Pieces { get; set; }
    }

    public DonationDetails Donation { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(DonationNumber number, CancellationToken cancel)
    {
        var found = await Load(number, cancel);
        Lines = [.. Donation?.Lines.Select(line => new Line { Number = line.Number, Product = line.Product, Pieces = texts.Number(line.Pledged) }) ?? [], new Line()];
        return found;
    }

    public async Task<IActionResult> OnPostAsync(DonationNumber number, string key, CancellationToken cancel)
    {
        ModelState.Clear();
        // A blank new line is ignored; positions of the others are those on the page.
        List<Line> asked = [.. Lines.Where(line => line.Number is not null || !string.IsNullOrWhiteSpace(line.Pieces))];
        List<ProblemDetail> faults = [];
        List<AmendedLine> lines = [];
        foreach (var (at, line) in asked.Index())
        {
            if (Typed.Number(line.Pieces) is { } pieces)
                lines.Add(new AmendedLine(line.Number, pieces, line.Number is null ? line.Product : null));
            else
                faults.Add(new ProblemDetail(null, $"lines[{at}].pieces", "pieces-format", texts["foundation.pieces-format-or-none"]));
        }

        if (string.IsNullOrWhiteSpace(Reason))
            faults.Add(new ProblemDetail(null, "reason", "reason-required", texts["foundation.reason-required"]));
        if (faults.Count > 0)
            return await Again(number, new Problem(StatusCodes.Status422UnprocessableEntity, "form", texts["foundation.check-fields"]) { Errors = faults }, key, cancel);
        var reply = await intake.AmendDonation(number, new AmendDonationRequest(Reason ?? "", lines), key, cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, key, cancel);
        Notices.Say(TempData, texts[reply.OnItsWay ? "on-its-way" : "foundation.amended"]);
        return Redirect($"/foundation/donations/{reply.Body.Number}");
    }

    Task<IActionResult> Again(DonationNumber number, Problem problem, string key, CancellationToken cancel)
    {
        Problem = problem;
        return this.Again(problem, key, Load(number, cancel));
    }

    async Task<IActionResult> Load(DonationNumber number, CancellationToken cancel)
    {
        var reply = await intake.GetDonation(number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
