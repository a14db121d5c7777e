using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>Pieces of one donation line, size and lot, the unit of every carton, parcel and movement.</summary>
/// <param name="Donation">The donation to which they belong, from the pledge to the last hospital.</param>
/// <param name="Line">Line of the pledge, from 1.</param>
/// <param name="Product">Product of that line.</param>
/// <param name="Size">For example <c>L</c>; null if the product has none or it is not known yet.</param>
/// <param name="Lot">Null only while the pieces are a pledge.</param>
/// <param name="Expiry">Null if the lot does not expire or its expiry was not stated.</param>
/// <param name="Pieces">Number of pieces, never cartons; positive.</param>
public sealed record Goods(
    DonationNumber Donation,
    int Line,
    ProductCode Product,
    string? Size,
    LotNumber? Lot,
    Expiry? Expiry,
    long Pieces);
