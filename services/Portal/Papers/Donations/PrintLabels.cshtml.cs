using System.Globalization;
using Logistics.Client.Intake;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Donations;

/// <summary>
/// Prints a range of a donation's carton labels: eight on a sheet (105 × 74 mm) or one on an A6 page. A carton's number is its position among the
/// donation's cartons by id.
/// </summary>
public sealed class PrintLabels(IntakeClient intake, TrackingClient tracking, Texts texts, PortalSettings settings) : PageModel
{
    /// <summary>Maximum number of labels on one page, which keeps it small.</summary>
    public const int MaxLabels = 120;
    public const int LabelsPerSheet = 8;

    /// <summary>Maximum number of goods of a mixed carton that fit on its label.</summary>
    public const int MaxGoods = 2;

    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public DonationNumber Number { get; private set; }

    /// <summary>Gets the number of the first carton, from 1.</summary>
    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Gets the number of cartons of the donation.</summary>
    public int Count { get; private set; }

    public bool Single { get; private set; }

    public IReadOnlyList<Label> Labels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(DonationNumber number, int? from, int? to, bool single, CancellationToken cancel)
    {
        (Number, Single) = (number, single);
        var first = await tracking.FindCarton(number, new FindCartonQuery { Place = Math.Max((from ?? 1) - 1, 0) }, cancel);
        if (!first.Succeeded)
            return this.Missing(first.Problem);
        Count = first.Body.Count;
        From = Math.Clamp(from ?? 1, 1, Math.Max(Count, 1));
        To = Math.Min(Math.Clamp(to ?? From + MaxLabels - 1, From, From + MaxLabels - 1), Count);
        var after = From == 1 ? null : first.Body.Id?.Value ?? await LastBefore(cancel);
        var reply = await intake.ListCartons(number, new PackedCartonsQuery { After = after, Limit = Math.Max(To - From + 1, 1) }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Labels = [.. reply.Body.Select((carton, index) => new Label(From + index, carton))];
        return Page();
    }

    /// <summary>Finds the carton before the first label if the range exceeds the number of cartons.</summary>
    async Task<string?> LastBefore(CancellationToken cancel) =>
        (await tracking.FindCarton(Number, new FindCartonQuery { Place = From - 1 }, cancel)).Body?.Id?.Value;

    public string Leads(PackedCartonRow carton) => settings.Leads(Request, carton.Id);

    /// <summary>Returns the human-readable code (GS1 General Specifications, 4.14: the application identifier in parentheses).</summary>
    public string Readable(PackedCartonRow carton) => carton.Id.IsSscc ? $"(00) {carton.Id}" : carton.Id.Value;

    public string Link(int from) => string.Create(CultureInfo.InvariantCulture, $"?from={from}&single={(Single ? "true" : "false")}");

    /// <param name="Number">Position among the donation's cartons, from 1.</param>
    /// <param name="Carton">The carton.</param>
    public sealed record Label(int Number, PackedCartonRow Carton);
}
