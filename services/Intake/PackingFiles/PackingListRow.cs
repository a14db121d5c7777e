using Logistics.Contracts.Codes;

namespace Logistics.Intake.PackingFiles;

/// <summary>
/// So many pieces of one product, size and lot in one carton. A mixed carton has several rows. Of <see cref="Sscc"/> and
/// <see cref="CartonCode"/>, as of <see cref="Product"/> and <see cref="Gtin"/>, one at least is there.
/// </summary>
/// <param name="Row">As Excel shows it: the header is row 1.</param>
/// <param name="CartonCode">The sender's own code.</param>
/// <param name="Pieces">1 or more.</param>
public sealed record PackingListRow(
    int Row, Sscc? Sscc, string? CartonCode, ProductCode? Product, Gtin? Gtin, string? Size, LotNumber Lot, Expiry? Expiry, long Pieces);
