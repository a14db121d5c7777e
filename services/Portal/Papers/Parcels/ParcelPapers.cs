namespace Logistics.Portal.Papers.Parcels;

/// <summary>What the papers of a parcel are made of.</summary>
/// <param name="Words">Their languages.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Address">Where its QR code leads: the receipt, for the association that scans it.</param>
public sealed record ParcelPapers(Bilingual Words, SentParcelPaper Parcel, string Address)
{
    public static ParcelPapers Of(Bilingual words, SentParcelPaper parcel, string host) =>
        new(words, parcel, $"{host}/association/parcels/{parcel.Number}/receipt");
}
