using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Shows a parcel and its history. Coordinators enter a receipt for its association, reverse one, and resolve cases.</summary>
public sealed class ShowParcel(DistributionClient distribution, Texts texts, TimeProvider clock) : PageModel
{
    public ParcelDetails Parcel { get; private set; } = null!;

    public IReadOnlyList<ReceiptRow> Receipts { get; private set; } = [];

    public IReadOnlyList<ReceiptDiscrepancyRow> Cases { get; private set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>Gets what was refused: <c>all-good</c>, <c>differences</c>, or the number of a receipt or case; blank if nothing was.</summary>
    public string Refused { get; private set; } = "";

    public string ReceivedAt { get; private set; } = "";

    /// <summary>Gets the differences as typed, by line.</summary>
    public IReadOnlyDictionary<int, FoundForm> Found { get; private set; } = new Dictionary<int, FoundForm>();

    public string Reason { get; private set; } = "";

    public string Pieces { get; private set; } = "";

    public Resolution? Resolution { get; private set; }

    public Task<IActionResult> OnGetAsync(ParcelNumber parcel, CancellationToken cancel) => Show(parcel, cancel);

    public Task<IActionResult> OnPostAllGoodAsync(ParcelNumber parcel, string key, string? receivedAt, int? seen, CancellationToken cancel)
    {
        ReceivedAt = receivedAt ?? "";
        return Receive(parcel, key, "all-good", at => new ConfirmReceiptRequest(at, AllGood: true, Seen: seen), cancel);
    }

    public async Task<IActionResult> OnPostDifferencesAsync(ParcelNumber parcel, string key, string? receivedAt, int? seen, List<FoundForm> lines, CancellationToken cancel)
    {
        ReceivedAt = receivedAt ?? "";
        Found = lines.DistinctBy(line => line.Line).ToDictionary(line => line.Line);
        if (lines.SelectMany(line => new[] { line.Good, line.Damaged, line.Missing, line.Unfit }).FirstOrDefault(text => FoundForm.Number(text) is null) is { } wrong)
            return await Refuse(parcel, key, "differences", NotNumber(wrong), cancel);
        ReportedLine[] reported = [.. lines.Select(line => line.Reported).OfType<ReportedLine>()];
        return await Receive(parcel, key, "differences", at => new ConfirmReceiptRequest(at, Lines: reported, Seen: seen), cancel);
    }

    public async Task<IActionResult> OnPostReverseAsync(ParcelNumber parcel, string key, DocumentNumber? receipt, string? reason, CancellationToken cancel)
    {
        if (receipt is not { } number)
            return NotFound();
        Reason = reason ?? "";
        var reply = await distribution.ReverseReceipt(number, new ReverseReceiptRequest(Reason), key, cancel);
        return await Done(parcel, key, number.Value, reply, _ => texts["sharing.receipt-was-reversed", ("receipt", number.Value)], cancel);
    }

    public async Task<IActionResult> OnPostResolveAsync(
        ParcelNumber parcel, string key, DocumentNumber? number, DocumentNumber? receipt, int line, DiscrepancyKind kind, string? resolution, string? pieces, string? reason, CancellationToken cancel)
    {
        if (number is not { } discrepancy || receipt is not { } reporting)
            return NotFound();
        (Reason, Pieces, Resolution) = (reason ?? "", pieces ?? "", Typed.Member<Resolution>(resolution));
        if (Typed.Number(pieces) is not { } count)
            return await Refuse(parcel, key, discrepancy.Value, NotNumber(Pieces), cancel);
        if (Resolution is not { } end)
            return await Refuse(parcel, key, discrepancy.Value, new Problem(StatusCodes.Status400BadRequest, "no-resolution", texts["sharing.no-resolution"]), cancel);
        var reply = await distribution.ResolveDiscrepancy(reporting, new ResolveDiscrepancyRequest(line, kind, end, count, Reason), key, cancel);
        return await Done(parcel, key, discrepancy.Value, reply, _ => texts["sharing.case-was-resolved", ("case", discrepancy.Value)], cancel);
    }

    async Task<IActionResult> Receive(ParcelNumber parcel, string key, string form, Func<DateTimeOffset, ConfirmReceiptRequest> request, CancellationToken cancel)
    {
        if (Japan.Read(ReceivedAt) is not { } at)
            return await Refuse(parcel, key, form, new Problem(StatusCodes.Status400BadRequest, "instant-format", texts["sharing.not-a-time"]), cancel);
        var reply = await distribution.ConfirmReceipt(parcel, request(at), key, cancel);
        return await Done(
            parcel,
            key,
            form,
            reply,
            confirmed => confirmed.Outstanding == 0
                ? texts["sharing.receipt-was-entered", ("receipt", confirmed.Receipt.Value)]
                : texts["sharing.receipt-was-entered-partly", ("receipt", confirmed.Receipt.Value), ("outstanding", texts.Number(confirmed.Outstanding))],
            cancel);
    }

    async Task<IActionResult> Done<T>(ParcelNumber parcel, string key, string form, Reply<T> reply, Func<T, string> done, CancellationToken cancel)
    {
        if (!reply.Succeeded)
            return await Refuse(parcel, key, form, reply.Problem, cancel);
        Notices.Say(TempData, reply.OnItsWay ? $"{done(reply.Body)} {texts["on-its-way"]}" : done(reply.Body));
        return Redirect($"/coordinator/parcels/{parcel}");
    }

    Task<IActionResult> Refuse(ParcelNumber parcel, string key, string form, Problem problem, CancellationToken cancel)
    {
        (Problem, Refused) = (problem, form);
        return this.Again(problem, key, Show(parcel, cancel));
    }

    async Task<IActionResult> Show(ParcelNumber parcel, CancellationToken cancel)
    {
        var reply = await distribution.GetParcel(parcel, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        var receipts = await distribution.ListAllReceipts(new ListReceiptsQuery { Parcel = parcel }, cancel);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        var cases = await distribution.ListAllDiscrepancies(new ListReceiptDiscrepanciesQuery { Parcel = parcel }, cancel);
        if (!cases.Succeeded)
            return this.Missing(cases.Problem);
        (Parcel, Receipts, Cases) = (reply.Body, receipts.Body, cases.Body);
        if (ReceivedAt.Length == 0)
            ReceivedAt = Japan.Field(Japan.Now(clock));
        return Page();
    }

    Problem NotNumber(string text) => new(StatusCodes.Status400BadRequest, "not-a-number", texts["sharing.not-a-number", ("value", text)]);

    /// <summary>The texts as typed; blank means nothing.</summary>
    public sealed record FoundForm
    {
        public int Line { get; init; }

        public string? Good { get; init; }

        public string? Damaged { get; init; }

        public string? Missing { get; init; }

        public string? Unfit { get; init; }

        public string? Reason { get; init; }

        public static long? Number(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : Typed.Number(text);

        /// <summary>Gets the line of the request; null if a text is not a number or nothing is reported.</summary>
        internal ReportedLine? Reported =>
            Number(Good) is { } good && Number(Damaged) is { } damaged && Number(Missing) is { } missing && Number(Unfit) is { } unfit && (good | damaged | missing | unfit) != 0
                ? new ReportedLine(Line, good, damaged, missing, unfit, string.IsNullOrWhiteSpace(Reason) ? null : Reason)
                : null;
    }
}
