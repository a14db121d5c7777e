using Logistics.Contracts.Codes;

namespace Logistics.Portal.Drawings;

/// <summary>What a <see cref="TileMap"/> says of one prefecture.</summary>
/// <param name="Prefecture">Which.</param>
/// <param name="Share">How far its tile is filled, 0 to 1; null where nothing is meant for it.</param>
/// <param name="Value">The same as people read it, for example <c>45 %</c> or <c>691</c>; at most 6 characters fit.</param>
/// <param name="Overdue">What is on its way should have been confirmed by now.</param>
/// <param name="CaseOpen">Something there needs a person.</param>
/// <param name="Link">Where the tile leads; null for a tile that leads nowhere.</param>
public sealed record Tile(Prefecture Prefecture, decimal? Share, string Value, bool Overdue = false, bool CaseOpen = false, string? Link = null)
{
    /// <summary>As a share to read: whole percent, downwards, so that 100 % means all of it, and 0 % none.</summary>
    public static string Percent(decimal? share) => share switch
    {
        null => "–",
        > 0 and < 0.01m => "<1 %",
        { } known => $"{decimal.ToInt32(decimal.Floor(known * 100))} %",
    };
}
