using System.Net.Http.Headers;
using System.Text;
using Logistics.Client;
using Logistics.Portal.Pages.Foundation.Donations;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.PackingLists;

/// <summary>
/// A packing list: first a dry run that stores nothing and shows every fault beside its row, then the same file is attached by one
/// button. Or all cartons alike, without a file.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[Authorize(Policy = "gives")]
public sealed class AttachPackingList(Services services, Texts texts, Viewer viewer, CheckedFiles files) : PageModel
{
    const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Rows with faults that are shown; who has more corrects these first.</summary>
    const int MostRows = 100;

    /// <param name="FileHash">SHA-256 of the file.</param>
    /// <param name="Encoding">How it was read.</param>
    /// <param name="Cartons">Cartons in it.</param>
    /// <param name="Pieces">Pieces in it.</param>
    /// <param name="RowsSkipped">Blank rows and total lines.</param>
    /// <param name="Known">It was attached before.</param>
    public sealed record Attached(string FileHash, string Encoding, int Cartons, long Pieces, int RowsSkipped, bool Known);

    public sealed record Packed(int Cartons, long Pieces, string FirstCode, string LastCode);

    /// <summary>A row of the file that has faults.</summary>
    /// <param name="Number">As the spreadsheet shows it.</param>
    /// <param name="Cells">What stands in it; none where the service does not tell.</param>
    /// <param name="Faults">What is wrong with it.</param>
    public sealed record FaultyRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<ProblemDetail> Faults);

    public sealed record Uniform
    {
        public int Line { get; init; }

        public string? Cartons { get; init; }

        public string? PiecesPerCarton { get; init; }

        public string? Lot { get; init; }

        public string? Expiry { get; init; }

        public string? Size { get; init; }
    }

    public Donation Donation { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>What the dry run found; null where there was none or it found faults.</summary>
    public Attached? Checked { get; private set; }

    public string? FileName { get; private set; }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Where the header stands; titles may stand above it.</summary>
    public int HeaderRow { get; private set; } = 1;

    public IReadOnlyList<FaultyRow> FaultyRows { get; private set; } = [];

    /// <summary>Whether there are more of them.</summary>
    public bool HasMore { get; private set; }

    [BindProperty]
    public Uniform AllAlike { get; set; } = new();

    /// <summary>Whether the problem is one of uniform packing.</summary>
    public bool IsOfUniform { get; private set; }

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => Show(number, cancel);

    /// <summary>An empty list with the headers of a language, for a spreadsheet.</summary>
    public FileContentResult OnGetTemplate(string number, string language)
    {
        var of = new Texts(Texts.Entries["foundation.template-columns"].ContainsKey(language) ? language : viewer.Language);
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(of["foundation.template-columns"] + "\r\n")], "text/csv; charset=utf-8", $"{of["foundation.template-name"]}.csv");
    }

    public async Task<IActionResult> OnPostCheckAsync(string number, IFormFile? file, CancellationToken cancel)
    {
        ModelState.Clear();
        if (file is null || file.Length == 0)
            return await Again(number, new Problem(StatusCodes.Status422UnprocessableEntity, "file-missing", texts["foundation.file-missing"]), null, cancel);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        FileName = Path.GetFileName(file.FileName);
        // Nothing is stored by it, so it has no key to repeat it under.
        var reply = await Send(number, content.ToArray(), FileName, dryRun: true, Guid.CreateVersion7().ToString(), cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, null, cancel);
        Checked = reply.Body;
        if (!reply.Body.Known)
            files.Keep(viewer.Account, reply.Body.FileHash, content.ToArray());
        return await Show(number, cancel);
    }

    public async Task<IActionResult> OnPostAttachAsync(string number, string hash, string? fileName, string key, CancellationToken cancel)
    {
        ModelState.Clear();
        if (files.Find(viewer.Account, hash) is not { } content)
            return await Again(number, new Problem(StatusCodes.Status409Conflict, "file-forgotten", texts["foundation.file-forgotten"]), key, cancel);
        var reply = await Send(number, content, fileName, dryRun: false, key, cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, key, cancel);
        Notices.Say(TempData, reply.OnItsWay
            ? texts["on-its-way"]
            : texts[reply.Body.Known ? "foundation.attached-before" : "foundation.attached", ("cartons", texts.Cartons(reply.Body.Cartons)), ("pieces", texts.Number(reply.Body.Pieces))]);
        return Redirect($"/foundation/donations/{Uri.EscapeDataString(number)}");
    }

    public async Task<IActionResult> OnPostUniformAsync(string number, string key, CancellationToken cancel)
    {
        ModelState.Clear();
        IsOfUniform = true;
        List<ProblemDetail> faults = [];
        if (Typed.Number(AllAlike.Cartons) is null or > int.MaxValue)
            faults.Add(new ProblemDetail(null, "cartons", "number-format", texts["foundation.pieces-format"]));
        if (Typed.Number(AllAlike.PiecesPerCarton) is null)
            faults.Add(new ProblemDetail(null, "piecesPerCarton", "number-format", texts["foundation.pieces-format"]));
        if (faults.Count > 0)
            return await Again(number, new Problem(StatusCodes.Status422UnprocessableEntity, "form", texts["foundation.check-fields"]) { Errors = faults }, key, cancel);
        var request = new
        {
            line = AllAlike.Line,
            cartons = Typed.Number(AllAlike.Cartons),
            piecesPerCarton = Typed.Number(AllAlike.PiecesPerCarton),
            lot = AllAlike.Lot ?? "",
            expiry = string.IsNullOrWhiteSpace(AllAlike.Expiry) ? null : AllAlike.Expiry,
            size = string.IsNullOrWhiteSpace(AllAlike.Size) ? null : AllAlike.Size,
        };
        var reply = await services.Post<Packed>("intake", $"{Donation.PathOf(number)}/uniform-packings", request, key, cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, key, cancel);
        Notices.Say(TempData, reply.OnItsWay
            ? texts["on-its-way"]
            : texts["foundation.packed-uniformly", ("cartons", texts.Cartons(reply.Body.Cartons)), ("first", reply.Body.FirstCode), ("last", reply.Body.LastCode)]);
        return Redirect($"/foundation/donations/{Uri.EscapeDataString(number)}");
    }

    Task<Reply<Attached>> Send(string number, byte[] content, string? fileName, bool dryRun, string key, CancellationToken cancel) => services.Post<Attached>(
        "intake",
        $"{Donation.PathOf(number)}/packing-lists?fileName={Uri.EscapeDataString(fileName ?? "")}{(dryRun ? "&dryRun=true" : "")}",
        new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        key,
        cancel);

    Task<IActionResult> Again(string number, Problem problem, string? key, CancellationToken cancel)
    {
        Problem = problem;
        var cells = Cells(problem);
        if (cells.Count > 0)
            (HeaderRow, Header) = cells.MinBy(row => row.Key);
        var faulty = problem.Errors.Where(error => error.Row is not null).GroupBy(error => error.Row!.Value).OrderBy(row => row.Key).ToList();
        FaultyRows = [.. faulty.Take(MostRows).Select(row => new FaultyRow(row.Key, cells.GetValueOrDefault(row.Key, []), [.. row]))];
        HasMore = faulty.Count > MostRows;
        return this.Again(problem, key, Show(number, cancel));
    }

    /// <summary>The rows that the refusal shows, by number; the first is the header.</summary>
    static Dictionary<int, IReadOnlyList<string>> Cells(Problem problem)
    {
        if (problem.Facts.ValueKind != System.Text.Json.JsonValueKind.Object || !problem.Facts.TryGetProperty("rows", out var rows))
            return [];
        return rows.EnumerateArray().ToDictionary(
            row => row.GetProperty("row").GetInt32(),
            IReadOnlyList<string> (row) => [.. row.GetProperty("cells").EnumerateArray().Select(cell => cell.ToString())]);
    }

    async Task<IActionResult> Show(string number, CancellationToken cancel)
    {
        var reply = await Donation.Find(services, number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
