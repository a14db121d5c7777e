using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>The smallest handling unit and what is in it. Mixed cartons have several goods, one for each line, size and lot.</summary>
/// <param name="Id">Its SSCC, or the donation and the sender's code.</param>
/// <param name="SenderCode">What the sender wrote on it, if anything.</param>
/// <param name="Goods">At least one.</param>
public sealed record Carton(CartonId Id, string? SenderCode, IReadOnlyList<Goods> Goods)
{
    /// <summary>Cartons that one event names at most, so that its body stays below the limit of 128 KiB.</summary>
    public const int MostPerEvent = 250;
}
