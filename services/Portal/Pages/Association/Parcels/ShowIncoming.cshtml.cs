using Logistics.Client.Distribution;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Parcels;

/// <summary>Shows an association's parcels: to confirm, in transit and received.</summary>
public sealed class ShowIncoming(DistributionClient distribution, TimeProvider clock) : PageModel
{
    const int LastReceipts = 5;

    /// <summary>Gets parcels that should have arrived or arrived in part, longest overdue first.</summary>
    public IReadOnlyList<ParcelDetails> ToConfirm { get; private set; } = [];

    public IReadOnlyList<ParcelDetails> OnTheWay { get; private set; } = [];

    public IReadOnlyList<ReceiptRow> Received { get; private set; } = [];

    public DateOnly Today => Japan.Today(clock);

    public DateTimeOffset Now => Japan.Now(clock);

    public async Task<IActionResult> OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var open = new List<ParcelDetails>();
        foreach (var state in new[] { ParcelState.InDelivery, ParcelState.PartlyReceived })
        {
            var parcels = await distribution.ListParcels(new ListParcelsQuery { State = state }, cancel);
            if (!parcels.Succeeded)
                return this.Missing(parcels.Problem);
            foreach (var parcel in parcels.Body)
            {
                var whole = await distribution.GetParcel(parcel.Number, cancel);
                if (!whole.Succeeded)
                    return this.Missing(whole.Problem);
                open.Add(whole.Body);
            }
        }

        var receipts = await distribution.ListAllReceipts(new ListReceiptsQuery { State = DocumentState.Standing }, cancel);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        var byDay = open.OrderBy(parcel => parcel.ExpectedOn).ThenBy(parcel => parcel.Number.Value, StringComparer.Ordinal).ToLookup(IsDue);
        (ToConfirm, OnTheWay) = ([.. byDay[true]], [.. byDay[false]]);
        Received = [.. receipts.Body.Reverse().Take(LastReceipts)];
        return Page();
    }

    bool IsDue(ParcelDetails parcel) => parcel.ExpectedOn <= Today || parcel.State == ParcelState.PartlyReceived;
}
