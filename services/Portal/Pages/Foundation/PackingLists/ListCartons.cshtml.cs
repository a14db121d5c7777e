using System.Globalization;
using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Foundation.PackingLists;

/// <summary>Lists the cartons of a donation, filtered and paged by Intake, and exports all of them.</summary>
public sealed class ListCartons(IntakeClient intake) : PageModel
{
    public const int Size = 100;

    public DonationDetails Donation { get; private set; } = null!;

    public IReadOnlyList<PackedCartonRow> Rows { get; private set; } = [];

    public Problem? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public PackingState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Lot { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Gets the position of the first row in the whole list, from 1.</summary>
    public long First { get; private set; } = 1;

    public long Total { get; private set; }

    public long Last => First + Rows.Count - 1;

    public async Task<IActionResult> OnGetAsync(DonationNumber number, string? after, long from, CancellationToken cancel)
    {
        First = Math.Max(1, from);
        var donation = await intake.GetDonation(number, cancel);
        if (!donation.Succeeded)
            return this.Missing(donation.Problem);
        Donation = donation.Body;
        if (Filter() is not { } filter)
            return Page();
        var rows = await intake.ListCartons(number, filter with { After = after, Limit = Size }, cancel);
        Problem = rows.Problem;
        Rows = rows.Body ?? [];
        Total = rows.Total ?? Rows.Count;
        return Page();
    }

    /// <summary>Exports every row of the filter, as written by Intake.</summary>
    public async Task<IActionResult> OnGetExportAsync(DonationNumber number, CancellationToken cancel) =>
        Filter() is { } filter ? await this.Export(intake.ExportCartons(number, filter, cancel), $"cartons-{number}.csv", cancel) : NotFound();

    /// <summary>Returns the address of the list with its filter.</summary>
    /// <param name="more">Further parameters.</param>
    public string Address(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var address = $"/foundation/donations/{Donation.Number}/cartons{QueryText.Write(Filter() ?? new PackedCartonsQuery())}";
        foreach (var (name, value) in more)
            address = QueryHelpers.AddQueryString(address, name, value);
        return address;
    }

    public string Next() => Address(("after", Rows[^1].Id.Value), ("from", (Last + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Returns null if the text typed as the lot is not valid for any carton.</summary>
    PackedCartonsQuery? Filter()
    {
        var filter = new PackedCartonsQuery { State = State, Line = Line, Code = Code };
        return string.IsNullOrWhiteSpace(Lot) ? filter : LotNumber.TryParse(Lot, out var lot, out _) ? filter with { Lot = lot } : null;
    }
}
