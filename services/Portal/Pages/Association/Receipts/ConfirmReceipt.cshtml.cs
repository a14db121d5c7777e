using System.Globalization;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Shows the expected goods and accepts one of two answers: all good, or the differences line by line.</summary>
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class ConfirmReceipt(DistributionClient distribution, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>Maximum size of a form with its pictures; a telephone could not complete a larger upload.</summary>
    const long MaxBytes = 64 * 1024 * 1024;

    public ParcelDetails Parcel { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    IReadOnlyList<TypedLine> typed = [];

    public string ReceivedAt { get; private set; } = "";

    /// <summary>Gets whether the lines are shown because the user reported differences.</summary>
    public bool Differs { get; private set; }

    public DateTimeOffset Now => Japan.Now(clock);

    public async Task<IActionResult> OnGetAsync(ParcelNumber parcel) => await Load(parcel) ?? Page();

    public async Task<IActionResult> OnPostAllGoodAsync(ParcelNumber parcel, string key, int seen, string? receivedAt)
    {
        if (await Load(parcel) is { } missing)
            return missing;
        ReceivedAt = receivedAt ?? "";
        return Japan.Read(receivedAt) is { } at ? await Confirm(new ConfirmReceiptRequest(at, AllGood: true, Seen: seen), key) : Refuse(key, []);
    }

    public async Task<IActionResult> OnPostDifferencesAsync(ParcelNumber parcel, string key, int seen, string? receivedAt, List<TypedLine> lines)
    {
        if (await Load(parcel) is { } missing)
            return missing;
        ReceivedAt = receivedAt ?? "";
        Differs = true;
        typed = [.. lines.Where(line => Parcel.Lines.Any(sent => sent.Line == line.Line))];
        if (await Upload() is { } refused)
            return refused.FateUnknown ? this.Again(Problem = refused, key) : Refuse(key, [refused.Detail]);

        // If the parcel has changed, only Distribution can tell whether this form changed it.
        var faults = seen == Parcel.Version ? Faults() : [];
        return faults.Count == 0 && Japan.Read(receivedAt) is { } at ? await Confirm(new ConfirmReceiptRequest(at, Lines: Reported(), Seen: seen), key) : Refuse(key, faults);
    }

    /// <summary>Returns the field values of a line.</summary>
    public TypedLine Typed(ParcelDetailsLine sent) => typed.FirstOrDefault(line => line.Line == sent.Line) ?? TypedLine.Of(sent);

    public string? FaultOf(ParcelDetailsLine sent) => Problem is null ? null : Typed(sent).Fault(sent, texts);

    List<string> Faults()
    {
        List<string> faults =
        [
            .. Parcel.Open.Select(sent => (sent, Fault: Typed(sent).Fault(sent, texts)))
                .Where(line => line.Fault is not null)
                .Select(line => texts["association.fault.line", ("line", line.sent.Name(texts)), ("fault", line.Fault!)]),
        ];
        if (faults.Count == 0 && Reported().Count == 0)
            faults.Add(texts["association.fault.nothing"]);
        return faults;
    }

    /// <summary>Returns the lines with entries; a line with only zeros has not arrived yet.</summary>
    List<ReportedLine> Reported() =>
        [.. typed.Select(line => line.TryRead(out var read) ? read : null).OfType<ReportedLine>().Where(read => read.Sum > 0)];

    async Task<IActionResult?> Load(ParcelNumber parcel)
    {
        var reply = await distribution.GetParcel(parcel, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Parcel = reply.Body;
        ReceivedAt = Japan.Field(Now);
        return null;
    }

    /// <summary>Uploads pictures one by one before the receipt, so that they are kept if the receipt is refused.</summary>
    async Task<Problem?> Upload()
    {
        Problem? first = null;
        foreach (var line in typed)
        {
            foreach (var picture in line.NewPhotos.Where(picture => picture.Length > 0))
            {
                if (picture.Length > DistributionRoutes.MaxPhotoBytes)
                {
                    first ??= new Problem(422, "photo-too-large", texts["association.fault.photo-size", ("most", texts.Number(DistributionRoutes.MaxPhotoBytes >> 20))]);
                    continue;
                }

                using var content = new MemoryStream();
                await picture.CopyToAsync(content, HttpContext.RequestAborted);
                var reply = await distribution.Upload(Parcel.Number, content.ToArray(), HttpContext.RequestAborted);
                if (reply.Succeeded)
                    line.Photos.Add(reply.Body.Photo);
                else
                    first ??= reply.Problem;
            }
        }

        return first;
    }

    async Task<IActionResult> Confirm(ConfirmReceiptRequest request, string key)
    {
        var reply = await distribution.ConfirmReceipt(Parcel.Number, request, key, HttpContext.RequestAborted);
        return reply.Succeeded
            ? Redirect(ShowConfirmed.Path(reply.Body.Parcel, reply.Body.Receipt))
            : this.Again(Problem = InWords(reply.Problem), key);
    }

    /// <summary>Names the goods of a refused line, whose number the page does not show.</summary>
    Problem InWords(Problem problem) =>
        Parcel.Lines.FirstOrDefault(sent => problem.Fact("line") == sent.Line.ToString(CultureInfo.InvariantCulture)) is { } sent
            ? problem with { Detail = texts["association.fault.line", ("line", sent.Name(texts)), ("fault", problem.Detail)] }
            : problem;

    PageResult Refuse(string key, IReadOnlyList<string> faults)
    {
        if (Japan.Read(ReceivedAt) is null)
            faults = [.. faults, texts["association.fault.time"]];
        Problem = new Problem(422, "receipt-faults", texts["association.fault.all"])
        {
            Errors = [.. faults.Select(fault => new ProblemDetail(null, "", "receipt-fault", fault))],
        };
        return this.Again(Problem, key);
    }
}
