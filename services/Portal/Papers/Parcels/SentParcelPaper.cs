using Logistics.Contracts.Codes;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>A parcel as its waybill and its delivery note tell it.</summary>
public sealed record SentParcelPaper
{
    public required string Number { get; init; }

    public required string Recipient { get; init; }

    public required string Carrier { get; init; }

    public string? Waybill { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    public required DateOnly ExpectedOn { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>Pieces by product, for a summary.</summary>
    public IEnumerable<(string Product, long Pieces)> Products =>
        Lines.GroupBy(line => line.Product, StringComparer.Ordinal).Select(product => (product.Key, product.Sum(line => line.Pieces)));

    public sealed record Line
    {
        [System.Text.Json.Serialization.JsonPropertyName("line")]
        public required int Number { get; init; }

        public required int Cartons { get; init; }

        public required string Donation { get; init; }

        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }
}
