using System.Globalization;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>Waybills and delivery notes of all parcels that left at one time, in the order of their numbers, some at a time.</summary>
public sealed class PrintDispatch(Services services, Texts texts, PortalSettings settings) : PageModel
{
    /// <summary>Parcels on one page, so that it stays light.</summary>
    public const int MostParcels = 6;

    public string At { get; private set; } = "";

    /// <summary>The first parcel here, from 1.</summary>
    public int From { get; private set; }

    /// <summary>Parcels of the dispatch.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<ParcelPapers> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? at, int? from, CancellationToken cancel)
    {
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return NotFound();
        var list = await services.Get<IReadOnlyList<Row>>("distribution", "/parcels?limit=1000", cancel);
        if (!list.Succeeded)
            return this.Missing(list.Problem);
        var sent = list.Body.Where(parcel => parcel.DispatchedAt == instant).ToList();
        (At, Count, From) = (at, sent.Count, Math.Max(from ?? 1, 1));
        var some = await Task.WhenAll(sent.Skip(From - 1).Take(MostParcels).Select(parcel => services.Get<SentParcelPaper>("distribution", $"/parcels/{parcel.Number}", cancel)));
        if (Array.Find(some, reply => !reply.Succeeded) is { Problem: { } problem })
            return this.Missing(problem);
        var words = Bilingual.Of(texts, crossesBorder: false);
        Papers = [.. some.Select(reply => ParcelPapers.Of(words, reply.Body!, settings.Host(Request)))];
        return Papers.Count == 0 ? NotFound() : Page();
    }

    public sealed record Row
    {
        public required string Number { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }
    }
}
