using System.Text;
using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.PackingLists;

/// <summary>
/// Attaches a packing list: a dry run stores nothing and shows every fault with its row, then one button attaches the same
/// file. Alternatively packs identical cartons without a file.
/// </summary>
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
[Authorize(Policy = "gives")]
public sealed class AttachPackingList(IntakeClient intake, Texts texts, Viewer viewer, CheckedFiles files) : PageModel
{
    const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Maximum number of faulty rows shown; the others follow when these are corrected.</summary>
    const int MaxRows = 100;

    /// <summary>A faulty row of the file.</summary>
    /// <param name="Number">As shown by the spreadsheet.</param>
    /// <param name="Cells">Content of the row; empty if the service does not return it.</param>
    /// <param name="Faults">Faults of the row.</param>
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

    public DonationDetails Donation { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>Gets the result of the dry run; null without one or if it found faults.</summary>
    public AttachPackingListAnswer? Checked { get; private set; }

    public string? FileName { get; private set; }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Gets the row of the header, which titles may precede.</summary>
    public int HeaderRow { get; private set; } = 1;

    public IReadOnlyList<FaultyRow> FaultyRows { get; private set; } = [];

    /// <summary>Gets whether there are more faulty rows.</summary>
    public bool HasMore { get; private set; }

    [BindProperty]
    public Uniform AllAlike { get; set; } = new();

    /// <summary>Gets whether the problem concerns uniform packing.</summary>
    public bool IsOfUniform { get; private set; }

    public Task<IActionResult> OnGetAsync(DonationNumber number, CancellationToken cancel) => Show(number, cancel);

    /// <summary>Returns an empty list with the headers of a language, for a spreadsheet.</summary>
    public FileContentResult OnGetTemplate(string language)
    {
        var of = new Texts(Texts.Entries["foundation.template-columns"].ContainsKey(language) ? language : viewer.Language);
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(of["foundation.template-columns"] + "\r\n")], "text/csv; charset=utf-8", $"{of["foundation.template-name"]}.csv");
    }

    public async Task<IActionResult> OnPostCheckAsync(DonationNumber number, IFormFile? file, CancellationToken cancel)
    {
        ModelState.Clear();
        if (file is null || file.Length == 0)
            return await Again(number, new Problem(StatusCodes.Status422UnprocessableEntity, "file-missing", texts["foundation.file-missing"]), null, cancel);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        FileName = Path.GetFileName(file.FileName);
        // A dry run stores nothing, so it needs no idempotency key.
        var reply = await intake.AttachPackingList(
            number, new AttachPackingListQuery { FileName = FileName, DryRun = true }, content.ToArray(), Guid.CreateVersion7().ToString(), cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, null, cancel);
        Checked = reply.Body;
        if (!reply.Body.Known)
            files.Keep(viewer.Account, reply.Body.FileHash, content.ToArray());
        return await Show(number, cancel);
    }

    public async Task<IActionResult> OnPostAttachAsync(DonationNumber number, string hash, string? fileName, string key, CancellationToken cancel)
    {
        ModelState.Clear();
        if (files.Find(viewer.Account, hash) is not { } content)
            return await Again(number, new Problem(StatusCodes.Status409Conflict, "file-forgotten", texts["foundation.file-forgotten"]), key, cancel);
        var reply = await intake.AttachPackingList(number, new AttachPackingListQuery { FileName = fileName }, content, key, cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, key, cancel);
        Notices.Say(TempData, reply.OnItsWay
            ? texts["on-its-way"]
            : texts[reply.Body.Known ? "foundation.attached-before" : "foundation.attached", ("cartons", texts.Cartons(reply.Body.Cartons)), ("pieces", texts.Number(reply.Body.Pieces))]);
        return Redirect($"/foundation/donations/{number}");
    }

    public async Task<IActionResult> OnPostUniformAsync(DonationNumber number, string key, CancellationToken cancel)
    {
        ModelState.Clear();
        IsOfUniform = true;
        List<ProblemDetail> faults = [];
        if (Read(faults) is not { } request)
            return await Again(number, new Problem(StatusCodes.Status422UnprocessableEntity, "form", texts["foundation.check-fields"]) { Errors = faults }, key, cancel);
        var reply = await intake.PackUniformly(number, request, key, cancel);
        if (!reply.Succeeded)
            return await Again(number, reply.Problem, key, cancel);
        Notices.Say(TempData, reply.OnItsWay
            ? texts["on-its-way"]
            : texts["foundation.packed-uniformly", ("cartons", texts.Cartons(reply.Body.Cartons)), ("first", reply.Body.FirstCode), ("last", reply.Body.LastCode)]);
        return Redirect($"/foundation/donations/{number}");
    }

    /// <summary>Reads the form of uniform packing.</summary>
    /// <returns>Null if a field is invalid; <paramref name="faults"/> lists the faults.</returns>
    PackUniformlyRequest? Read(List<ProblemDetail> faults)
    {
        var (cartons, pieces) = (Typed.Number(AllAlike.Cartons), Typed.Number(AllAlike.PiecesPerCarton));
        if (cartons is null or > int.MaxValue)
            faults.Add(new ProblemDetail(null, "cartons", "number-format", texts["foundation.pieces-format"]));
        if (pieces is null)
            faults.Add(new ProblemDetail(null, "piecesPerCarton", "number-format", texts["foundation.pieces-format"]));
        var lot = faults.Read<LotNumber>("lot", AllAlike.Lot, texts);
        Expiry? expiry = string.IsNullOrWhiteSpace(AllAlike.Expiry) ? null : faults.Read<Expiry>("expiry", AllAlike.Expiry, texts);
        return faults.Count == 0 && cartons is { } number && pieces is { } each && lot is { } packed
            ? new PackUniformlyRequest(AllAlike.Line, (int)number, each, packed, expiry, string.IsNullOrWhiteSpace(AllAlike.Size) ? null : AllAlike.Size)
            : null;
    }

    Task<IActionResult> Again(DonationNumber number, Problem problem, string? key, CancellationToken cancel)
    {
        Problem = problem;
        var rows = RefusedRow.Of(problem);
        if (rows.MinBy(row => row.Row) is { } header)
            (HeaderRow, Header) = header;
        var cells = rows.ToDictionary(row => row.Row, row => row.Cells);
        var faulty = problem.Errors.Where(error => error.Row is not null).GroupBy(error => error.Row!.Value).OrderBy(row => row.Key).ToList();
        FaultyRows = [.. faulty.Take(MaxRows).Select(row => new FaultyRow(row.Key, cells.GetValueOrDefault(row.Key, []), [.. row]))];
        HasMore = faulty.Count > MaxRows;
        return this.Again(problem, key, Show(number, cancel));
    }

    async Task<IActionResult> Show(DonationNumber number, CancellationToken cancel)
    {
        var reply = await intake.GetDonation(number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donation = reply.Body;
        return Page();
    }
}
