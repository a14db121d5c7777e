using Logistics.Contracts.Codes;

namespace Logistics.Portal.Drawings;

/// <summary>The figures of one prefecture in a <see cref="TileMap"/>.</summary>
/// <param name="Prefecture">The prefecture.</param>
/// <param name="Share">How far its tile is filled, 0 to 1; null if nothing is allotted to it.</param>
/// <param name="Value">The same for readers, for example <c>45 %</c> or <c>691</c>; at most 6 characters.</param>
/// <param name="Overdue">Whether a delivery should have been confirmed by now.</param>
/// <param name="CaseOpen">Whether a case there is open.</param>
/// <param name="Link">Target of the tile, or null.</param>
public sealed record Tile(Prefecture Prefecture, decimal? Share, string Value, bool Overdue = false, bool CaseOpen = false, string? Link = null)
{
    /// <summary>Formats a share as whole percent, rounded down, so that 100 % means all of it.</summary>
    public static string Percent(decimal? share) => share switch
    {
        null => "–",
        > 0 and < 0.01m => "<1 %",
        { } known => $"{decimal.ToInt32(decimal.Floor(known * 100))} %",
    };
}
