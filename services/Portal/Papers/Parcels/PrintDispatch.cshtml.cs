using System.Globalization;
using Logistics.Client.Distribution;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>Prints waybills and delivery notes of all parcels of a departure by number, a few at a time.</summary>
public sealed class PrintDispatch(DistributionClient distribution, Texts texts, PortalSettings settings) : PageModel
{
    /// <summary>Maximum number of parcels on one page, which keeps it small.</summary>
    public const int MaxParcels = 6;

    public string At { get; private set; } = "";

    /// <summary>Gets the number of the first parcel, from 1.</summary>
    public int From { get; private set; }

    /// <summary>Gets the number of parcels in the dispatch.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<ParcelPapers> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? at, int? from, CancellationToken cancel)
    {
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return NotFound();
        var list = await distribution.ListAllParcels(new ListParcelsQuery(), cancel);
        if (!list.Succeeded)
            return this.Missing(list.Problem);
        var sent = list.Body.Where(parcel => parcel.DispatchedAt == instant).ToList();
        (At, Count, From) = (at, sent.Count, Math.Max(from ?? 1, 1));
        var words = Bilingual.Of(texts, crossesBorder: false);
        var papers = new List<ParcelPapers>();
        foreach (var reply in await Task.WhenAll(sent.Skip(From - 1).Take(MaxParcels).Select(parcel => distribution.GetParcel(parcel.Number, cancel))))
        {
            if (!reply.Succeeded)
                return this.Missing(reply.Problem);
            papers.Add(ParcelPapers.Of(words, reply.Body, settings.Host(Request)));
        }

        Papers = papers;
        return Papers.Count == 0 ? NotFound() : Page();
    }
}
