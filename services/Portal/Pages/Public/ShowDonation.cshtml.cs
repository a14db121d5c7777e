using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Drawings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// A gift as anybody may see it: its way, its balance, and which share of what was meant for it each prefecture has confirmed. No pieces of
/// a prefecture, no parcel, no case.
/// </summary>
public sealed class ShowDonation(Query query) : PageModel
{
    const string MapId = "share";

    public DonationNumber Number { get; private set; }

    public Row Donation { get; private set; } = null!;

    public DonationBalance Balance { get; private set; } = null!;

    public Journey Journey { get; private set; } = null!;

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    public IActionResult OnGet(string number)
    {
        if (!DonationNumber.TryParse(number, out var read, out _)
            || query.Find<Row>("select donor, pledged_on, state from donation where number = @Value", new { read.Value }) is not { } donation)
            return NotFound();
        Number = read;
        Donation = donation;
        Balance = DonationBalance.Load(query, read)[0];
        Journey = DonationJourney.Load(query, read);
        Tiles = [.. RecipientShare.Of(query, read).Select(TileOf).OfType<Tile>()];
        return Page();
    }

    /// <returns>Null for a recipient that is no prefecture.</returns>
    static Tile? TileOf(RecipientShare share) => Prefecture.TryParse(share.Recipient.Value, out var prefecture, out _)
        ? new Tile(prefecture, share.Share, Tile.Percent(share.Share), Link: $"#{TileMap.RowId(MapId, prefecture)}")
        : null;

    public sealed record Row
    {
        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required string State { get; init; }
    }
}
