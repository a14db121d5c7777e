using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Portal.Drawings;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// Shows the public view of a donation: its journey, its balance, and the share of its allotment that each prefecture has confirmed. Shows no pieces by
/// prefecture, no parcels and no cases.
/// </summary>
public sealed class ShowDonation(TrackingClient tracking) : PageModel
{
    const string MapId = "share";

    public TrackedDonation Donation { get; private set; } = null!;

    public Journey Journey { get; private set; } = null!;

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(DonationNumber number, CancellationToken cancel)
    {
        var donation = await tracking.GetDonation(number, cancel);
        if (!donation.Succeeded)
            return this.Missing(donation.Problem);
        Donation = donation.Body;
        Journey = JourneyFigures.Of(Donation.Journey);
        Tiles = [.. Donation.Shares.Select(TileOf).OfType<Tile>()];
        return Page();
    }

    /// <returns>Null for a recipient that is not a prefecture.</returns>
    static Tile? TileOf(RecipientShare given)
    {
        var share = Math.Clamp((decimal)given.Confirmed / given.Allotted, 0, 1);
        return Prefecture.TryParse(given.Recipient.Value, out var prefecture, out _)
            ? new Tile(prefecture, share, Tile.Percent(share), Link: $"#{TileMap.RowId(MapId, prefecture)}")
            : null;
    }
}
