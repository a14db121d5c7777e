using Logistics.Contracts.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>Two rules over the same stock, as Distribution compares them. Nothing of it is stored.</summary>
/// <param name="Stock">What is shared.</param>
/// <param name="First">By the first rule.</param>
/// <param name="Second">By the second rule.</param>
/// <param name="Differences">Second less first, a line for each recipient.</param>
/// <param name="ReserveCartons">Second less first.</param>
/// <param name="LeftOut">Free goods that neither shares.</param>
public sealed record SideBySide(
    IReadOnlyList<Pack> Stock,
    SideBySide.Side First,
    SideBySide.Side Second,
    IReadOnlyList<SideBySide.Difference> Differences,
    long ReserveCartons,
    SideBySide.Rest LeftOut)
{
    public sealed record Side(PlanRule Rule, IReadOnlyList<Pack> Reserve, IReadOnlyList<PlanLine> Lines)
    {
        public long Of(string recipient) => Lines.FirstOrDefault(line => line.Recipient.Value == recipient)?.Cartons ?? 0;
    }

    public sealed record Difference(string Recipient, long Cartons, long Pieces);

    public sealed record Rest(IReadOnlyList<ExpiredLot> Expired, long MixedCartons, long MixedPieces);

    public sealed record ExpiredLot
    {
        public string? Lot { get; init; }

        public required string Expiry { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }
}
