using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// Resolves the address on a product (GS1 Digital Link, AI 01) to the donations that contain it. A lot (AI 10) restricts the result; other qualifiers
/// are ignored.
/// </summary>
public sealed class ResolveProduct(TrackingClient tracking) : PageModel
{
    public Gtin Gtin { get; private set; }

    public string? Lot { get; private set; }

    public string Product { get; private set; } = "";

    public IReadOnlyList<DonationOfProduct> Donations { get; private set; } = [];

    /// <summary>Gets the fault of the number, or null.</summary>
    public CodeFault? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(string gtin, string? qualifiers, CancellationToken cancel)
    {
        if (!Gtin.TryParse(gtin, out var read, out var fault))
            return Refuse(fault);
        if (LotOf(qualifiers) is not { } lot)
            return NotFound();
        Gtin = read;
        Lot = lot.Length > 0 ? lot : null;
        var donations = await tracking.ListDonationsOfProduct(
            read, new ListDonationsOfProductQuery { Lot = Lot is null ? null : Contracts.Syntax.Code.Parse<LotNumber>(Lot) }, cancel);
        if (!donations.Succeeded)
            return this.Missing(donations.Problem);
        Donations = donations.Body;
        if (Donations.Count == 0)
            return NotFound();
        Product = Donations[0].Product.Value;
        return Page();
    }

    /// <summary>Returns the value after <c>10</c> in a path of keys and values; blank if it is missing, null if the path is malformed.</summary>
    static string? LotOf(string? qualifiers)
    {
        var parts = (qualifiers ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length % 2 != 0)
            return null;
        var lot = parts.Chunk(2).FirstOrDefault(pair => pair[0] == "10")?[1];
        if (lot is null)
            return "";
        return LotNumber.TryParse(lot, out var read, out _) ? read.Value : null;
    }

    IActionResult Refuse(CodeFault fault)
    {
        if (fault.Code != "gtin-check-digit")
            return NotFound();
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
