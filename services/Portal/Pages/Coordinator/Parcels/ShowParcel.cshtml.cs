using Logistics.Client;
using Logistics.Portal.Pages.Association.Parcels;
using Logistics.Portal.Pages.Association.Receipts;
using Logistics.Portal.Pages.Coordinator.Receipts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>A parcel with all that became of it. Coordinators enter a receipt for its association, take one back, and settle cases.</summary>
public sealed class ShowParcel(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public Details Parcel { get; private set; } = null!;

    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    public IReadOnlyList<Discrepancy> Cases { get; private set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>What was refused: <c>all-good</c>, <c>differences</c>, or the number of a receipt or case; blank for nothing.</summary>
    public string Refused { get; private set; } = "";

    public string ReceivedAt { get; private set; } = "";

    /// <summary>Differences as they were typed, by line.</summary>
    public IReadOnlyDictionary<int, FoundForm> Typed { get; private set; } = new Dictionary<int, FoundForm>();

    public string Reason { get; private set; } = "";

    public string Pieces { get; private set; } = "";

    public string Resolution { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string parcel, CancellationToken cancel) => Show(parcel, cancel);

    public Task<IActionResult> OnPostAllGoodAsync(string parcel, string key, string? receivedAt, int? seen, CancellationToken cancel)
    {
        ReceivedAt = receivedAt ?? "";
        return Receive(parcel, key, "all-good", new { receivedAt = Japan.Instant(receivedAt), allGood = true, seen }, cancel);
    }

    public async Task<IActionResult> OnPostDifferencesAsync(string parcel, string key, string? receivedAt, int? seen, List<FoundForm> lines, CancellationToken cancel)
    {
        ReceivedAt = receivedAt ?? "";
        Typed = lines.DistinctBy(line => line.Line).ToDictionary(line => line.Line);
        var wrong = lines.SelectMany(line => new[] { line.Good, line.Damaged, line.Missing, line.Unfit }).FirstOrDefault(text => FoundForm.Number(text) is null);
        if (wrong is not null)
            return await Refuse(parcel, key, "differences", NotNumber(wrong), cancel);
        var told = lines.Select(line => new
        {
            line.Line,
            Good = FoundForm.Number(line.Good)!.Value,
            Damaged = FoundForm.Number(line.Damaged)!.Value,
            Missing = FoundForm.Number(line.Missing)!.Value,
            Unfit = FoundForm.Number(line.Unfit)!.Value,
            Reason = string.IsNullOrWhiteSpace(line.Reason) ? null : line.Reason,
        }).Where(line => line.Good + line.Damaged + line.Missing + line.Unfit > 0);
        return await Receive(parcel, key, "differences", new { receivedAt = Japan.Instant(receivedAt), lines = told, seen }, cancel);
    }

    public Task<IActionResult> OnPostReverseAsync(string parcel, string key, string receipt, string? reason, CancellationToken cancel)
    {
        Reason = reason ?? "";
        return Do<object>(
            parcel, key, receipt, $"/receipts/{Uri.EscapeDataString(receipt)}/reversal", new { reason = Reason }, _ => texts["sharing.receipt-was-reversed", ("receipt", receipt)], cancel);
    }

    public async Task<IActionResult> OnPostResolveAsync(
        string parcel, string key, string number, string receipt, int line, string kind, string? resolution, string? pieces, string? reason, CancellationToken cancel)
    {
        (Reason, Pieces, Resolution) = (reason ?? "", pieces ?? "", resolution ?? "");
        if (Web.Forms.Typed.Number(pieces) is not { } count)
            return await Refuse(parcel, key, number, NotNumber(Pieces), cancel);
        return await Do<object>(
            parcel,
            key,
            number,
            $"/receipts/{Uri.EscapeDataString(receipt)}/resolutions",
            new { line, kind, resolution = Resolution, pieces = count, reason = Reason },
            _ => texts["sharing.case-was-resolved", ("case", number)],
            cancel);
    }

    Task<IActionResult> Receive(string parcel, string key, string form, object body, CancellationToken cancel) => Do<Confirmed>(
        parcel,
        key,
        form,
        $"/parcels/{Uri.EscapeDataString(parcel)}/receipts",
        body,
        confirmed => confirmed.Outstanding == 0
            ? texts["sharing.receipt-was-entered", ("receipt", confirmed.Receipt)]
            : texts["sharing.receipt-was-entered-partly", ("receipt", confirmed.Receipt), ("outstanding", texts.Number(confirmed.Outstanding))],
        cancel);

    async Task<IActionResult> Do<T>(string parcel, string key, string form, string path, object body, Func<T, string> done, CancellationToken cancel)
    {
        var reply = await services.Post<T>("distribution", path, body, key, cancel);
        if (!reply.Succeeded)
            return await Refuse(parcel, key, form, reply.Problem, cancel);
        Notices.Say(TempData, reply.OnItsWay ? $"{done(reply.Body)} {texts["on-its-way"]}" : done(reply.Body));
        return Redirect($"/coordinator/parcels/{parcel}");
    }

    async Task<IActionResult> Refuse(string parcel, string key, string form, Problem problem, CancellationToken cancel)
    {
        (Problem, Refused) = (problem, form);
        var page = await Show(parcel, cancel);
        return page is PageResult ? this.Again(problem, key) : page;
    }

    async Task<IActionResult> Show(string parcel, CancellationToken cancel)
    {
        var path = Uri.EscapeDataString(parcel);
        var reply = await services.Get<Details>("distribution", $"/parcels/{path}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        var receipts = await services.All<Receipt>("distribution", $"/receipts?parcel={path}", receipt => receipt.Number, cancel);
        var cases = await services.All<Discrepancy>("distribution", $"/discrepancies?parcel={path}", one => one.Number, cancel);
        if ((receipts.Problem ?? cases.Problem) is { } problem)
            return this.Missing(problem);
        (Parcel, Receipts, Cases) = (reply.Body, receipts.Body!, cases.Body!);
        if (ReceivedAt.Length == 0)
            ReceivedAt = Japan.Field(Japan.Now(clock));
        return Page();
    }

    Problem NotNumber(string text) => new(StatusCodes.Status400BadRequest, "not-a-number", texts["sharing.not-a-number", ("value", text)]);

    /// <summary>Texts as they were typed; blank is nothing.</summary>
    public sealed record FoundForm
    {
        public int Line { get; init; }

        public string? Good { get; init; }

        public string? Damaged { get; init; }

        public string? Missing { get; init; }

        public string? Unfit { get; init; }

        public string? Reason { get; init; }

        public static long? Number(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : Web.Forms.Typed.Number(text);
    }

    public sealed record Details
    {
        public required string Number { get; init; }

        public required string Recipient { get; init; }

        public required string State { get; init; }

        public required string Carrier { get; init; }

        public string? Waybill { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required long Cartons { get; init; }

        public required long Outstanding { get; init; }

        public required int Version { get; init; }

        public IReadOnlyList<string> Plans { get; init; } = [];

        public IReadOnlyList<SentLine> Lines { get; init; } = [];
    }

    public sealed record SentLine
    {
        public required int Line { get; init; }

        public required long Cartons { get; init; }

        public required string Donation { get; init; }

        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public string? Expiry { get; init; }

        public required long Pieces { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public required long Outstanding { get; init; }
    }

    sealed record Confirmed(string Receipt, long Outstanding);
}
