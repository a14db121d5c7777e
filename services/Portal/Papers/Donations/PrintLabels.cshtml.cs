using System.Globalization;
using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Donations;

/// <summary>
/// Labels of a donation's cartons, a range at a time: sheets of eight (105 × 74 mm) or one on an A6 page. A carton's number is its place among the
/// donation's cartons by id.
/// </summary>
public sealed class PrintLabels(Services services, Query query, Texts texts, PortalSettings settings) : PageModel
{
    /// <summary>On one page, so that it stays light.</summary>
    public const int MostLabels = 120;
    public const int LabelsPerSheet = 8;

    /// <summary>Goods of a mixed carton that its label has room for.</summary>
    public const int MostGoods = 2;

    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public string Number { get; private set; } = "";

    /// <summary>The first carton here, from 1.</summary>
    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Cartons of the donation.</summary>
    public int Count { get; private set; }

    public bool Single { get; private set; }

    public IReadOnlyList<Label> Labels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, int? from, int? to, bool single, CancellationToken cancel)
    {
        if (!DonationNumber.TryParse(number, out var donation, out _))
            return NotFound();
        (Number, Single) = (donation.Value, single);
        Count = query.Find<int>("select count(*) from carton where donation = @Value and state <> 'cancelled'", new { donation.Value });
        From = Math.Clamp(from ?? 1, 1, Math.Max(Count, 1));
        To = Math.Min(Math.Clamp(to ?? From + MostLabels - 1, From, From + MostLabels - 1), Count);
        var after = From == 1 ? null : query.Find<string>(
            """
            select id from (
                select id, row_number() over (order by id) as place from carton where donation = @Value and state <> 'cancelled') placed
            where place = @before
            """,
            new { donation.Value, before = From - 1 });
        var reply = await services.Get<IReadOnlyList<PackedCarton>>(
            "intake", $"/donations/{donation.Value}/cartons?after={Uri.EscapeDataString(after ?? "")}&limit={Math.Max(To - From + 1, 1)}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Labels = [.. reply.Body.Select((carton, index) => new Label(From + index, carton))];
        return Page();
    }

    public string Leads(PackedCarton carton) => settings.Leads(Request, carton.Id);

    /// <summary>The code for people (GS1 General Specifications, 4.14: the application identifier in parentheses).</summary>
    public string Readable(PackedCarton carton) => Sscc.TryParse(carton.Id, out var sscc, out _) ? $"(00) {sscc.Value}" : carton.Id;

    public string Link(int from) => string.Create(CultureInfo.InvariantCulture, $"?from={from}&single={(Single ? "true" : "false")}");

    /// <param name="Number">Its place among the donation's cartons, from 1.</param>
    /// <param name="Carton">The carton.</param>
    public sealed record Label(int Number, PackedCarton Carton);

    public sealed record PackedCarton
    {
        public required string Id { get; init; }

        public string? SenderCode { get; init; }

        public required IReadOnlyList<PackedGoods> Goods { get; init; }
    }

    public sealed record PackedGoods
    {
        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }
}
