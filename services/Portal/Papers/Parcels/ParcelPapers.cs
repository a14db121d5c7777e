using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>The content of a parcel's documents.</summary>
/// <param name="Words">Their languages.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Address">Target of the QR code: the receipt, for the association that scans it.</param>
public sealed record ParcelPapers(Bilingual Words, ParcelDetails Parcel, string Address)
{
    /// <summary>Gets the pieces by product, for a summary.</summary>
    public IEnumerable<(ProductCode Product, long Pieces)> Products =>
        Parcel.Lines.GroupBy(line => line.Product).Select(product => (product.Key, product.Sum(line => line.Pieces)));

    public static ParcelPapers Of(Bilingual words, ParcelDetails parcel, string host) =>
        new(words, parcel, $"{host}/association/parcels/{parcel.Number}/receipt");
}
