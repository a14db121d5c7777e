using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>The smallest handling unit and its contents. Mixed cartons have one entry for each line, size and lot.</summary>
/// <param name="Id">Its SSCC, or the donation and the sender's code.</param>
/// <param name="SenderCode">The sender's marking, or null.</param>
/// <param name="Goods">At least one.</param>
public sealed record Carton(CartonId Id, string? SenderCode, IReadOnlyList<Goods> Goods)
{
    /// <summary>Maximum number of cartons in one event, so that its body stays below the limit of 128 KiB.</summary>
    public const int MaxPerEvent = 250;
}
