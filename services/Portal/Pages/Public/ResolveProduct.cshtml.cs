using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// The address on a product (GS1 Digital Link, AI 01): the gifts that it came in. A lot (AI 10) leaves those that hold it; other qualifiers
/// change nothing.
/// </summary>
public sealed class ResolveProduct(Query query) : PageModel
{
    const int MostNamed = 100;

    public Gtin Gtin { get; private set; }

    public string? Lot { get; private set; }

    public string Product { get; private set; } = "";

    public IReadOnlyList<Row> Donations { get; private set; } = [];

    /// <summary>What is wrong with the number; null where nothing is.</summary>
    public CodeFault? Fault { get; private set; }

    public IActionResult OnGet(string gtin, string? qualifiers)
    {
        if (!Gtin.TryParse(gtin, out var read, out var fault))
            return Refuse(fault);
        if (LotOf(qualifiers) is not { } lot)
            return NotFound();
        Gtin = read;
        Lot = lot.Length > 0 ? lot : null;
        Donations = query.First<Row>(
            MostNamed,
            """
            select distinct donation.number, donation.donor, donation_line.product
            from donation_line join donation on donation.number = donation_line.donation
            where donation_line.gtin = @Value and (@lot = '' or exists (
                select 1 from carton_goods
                where carton_goods.donation = donation_line.donation and carton_goods.line = donation_line.line and carton_goods.lot = @lot))
            order by donation.number
            """,
            new { read.Value, lot });
        if (Donations.Count == 0)
            return NotFound();
        Product = Donations[0].Product;
        return Page();
    }

    /// <summary>The value after <c>10</c> in a path of keys and values; blank where there is none, null where the path is none.</summary>
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

    public sealed record Row
    {
        public required string Number { get; init; }

        public required string Donor { get; init; }

        public required string Product { get; init; }
    }
}
