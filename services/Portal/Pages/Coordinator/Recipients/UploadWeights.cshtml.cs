using System.Globalization;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Recipients;

/// <summary>Shows the figures used for allocation with source and year, and accepts another indicator, pasted from a spreadsheet or as a CSV file.</summary>
[Authorize(Policy = "coordinates")]
public sealed class UploadWeights(DistributionClient distribution, Texts texts) : PageModel
{
    const int MaxBytes = 200_000;

    public RecipientList Known { get; private set; } = new([], []);

    public string Name { get; private set; } = "";

    public string Year { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Rows { get; private set; } = "";

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostAsync(string key, string? name, string? year, string? source, string? rows, IFormFile? file, CancellationToken cancel)
    {
        (Name, Year, Source) = (name ?? "", year ?? "", source ?? "");
        Rows = file is { Length: > 0 and <= MaxBytes } ? await Text(file, cancel) : rows ?? "";
        var read = WeightRows.Read(Rows);
        Problem = file is { Length: > MaxBytes } ? Wrong(texts["sharing.weights-file-large", ("most", texts.Number(MaxBytes / 1000))])
            : !int.TryParse(Code.Normalise(Year), CultureInfo.InvariantCulture, out var figuresOf) ? Wrong(texts["sharing.not-a-number", ("value", Year)])
            : read.Wrong.Count > 0 ? Wrong(texts["sharing.weights-rows-wrong"]) with
            {
                Errors = [.. read.Wrong.Select(row => new ProblemDetail(row.Row, "rows", "weights-row", texts["sharing.weights-row-wrong", ("text", row.Text)]))],
            }
            : await Upload(new UploadWeightsRequest(Name, figuresOf, Source, read.Weights), key, cancel);
        return Problem is null ? Redirect("/coordinator/weights") : await this.Again(Problem, key, Show(cancel));
    }

    async Task<Problem?> Upload(UploadWeightsRequest request, string key, CancellationToken cancel)
    {
        var reply = await distribution.UploadWeights(request, key, cancel);
        if (reply.Succeeded)
            Notices.Say(TempData, texts["sharing.weights-were-uploaded", ("name", texts.IndicatorName(reply.Body.Name)), ("count", texts.Number(reply.Body.Recipients))]);
        return reply.Problem;
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reply = await distribution.ListRecipients(cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Known = reply.Body;
        return Page();
    }

    static async Task<string> Text(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return WeightRows.Decode(bytes.ToArray());
    }

    static Problem Wrong(string detail) => new(StatusCodes.Status400BadRequest, "weights-rows", detail);
}
