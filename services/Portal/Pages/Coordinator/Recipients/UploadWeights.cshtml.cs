using System.Globalization;
using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Recipients;

/// <summary>The figures to share by, with source and year; another indicator is pasted from a spreadsheet or uploaded as CSV.</summary>
[Authorize(Policy = "coordinates")]
public sealed class UploadWeights(Services services, Texts texts) : PageModel
{
    const int MostBytes = 200_000;

    public Weights Weights { get; private set; } = Weights.Empty;

    public string Name { get; private set; } = "";

    public string Year { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Rows { get; private set; } = "";

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostAsync(string key, string? name, string? year, string? source, string? rows, IFormFile? file, CancellationToken cancel)
    {
        (Name, Year, Source) = (name ?? "", year ?? "", source ?? "");
        Rows = file is { Length: > 0 and <= MostBytes } ? await Text(file, cancel) : rows ?? "";
        var read = WeightRows.Read(Rows);
        Problem = file is { Length: > MostBytes } ? Wrong(texts["sharing.weights-file-large", ("most", texts.Number(MostBytes / 1000))])
            : !int.TryParse(Code.Normalise(Year), CultureInfo.InvariantCulture, out _) ? Wrong(texts["sharing.not-a-number", ("value", Year)])
            : read.Wrong.Count > 0 ? Wrong(texts["sharing.weights-rows-wrong"]) with
            {
                Errors = [.. read.Wrong.Select(row => new ProblemDetail(row.Row, "rows", "weights-row", texts["sharing.weights-row-wrong", ("text", row.Text)]))],
            }
            : null;
        if (Problem is null)
        {
            var body = new { name = Name, year = int.Parse(Code.Normalise(Year), CultureInfo.InvariantCulture), source = Source, weights = read.Weights };
            var reply = await services.Post<Uploaded>("distribution", "/weights", body, key, cancel);
            if (reply.Succeeded)
            {
                Notices.Say(TempData, texts["sharing.weights-were-uploaded", ("name", Words.IndicatorName(texts, reply.Body.Name)), ("count", texts.Number(reply.Body.Recipients))]);
                return Redirect("/coordinator/weights");
            }

            Problem = reply.Problem;
        }

        return await this.Again(Problem, key, Show(cancel));
    }

    async Task<IActionResult> Show(CancellationToken cancel)
    {
        var reply = await services.Get<Weights>("distribution", "/recipients", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Weights = reply.Body;
        return Page();
    }

    static async Task<string> Text(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return WeightRows.Decode(bytes.ToArray());
    }

    static Problem Wrong(string detail) => new(StatusCodes.Status400BadRequest, "weights-rows", detail);

    sealed record Uploaded(string Name, int Recipients);
}
