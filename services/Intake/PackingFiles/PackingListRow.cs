using Logistics.Contracts.Codes;

namespace Logistics.Intake.PackingFiles;

/// <summary>
/// Pieces of one product, size and lot in one carton. A mixed carton has several rows. At least one of <see cref="Sscc"/> and
/// <see cref="CartonCode"/> is set, and at least one of <see cref="Product"/> and <see cref="Gtin"/>.
/// </summary>
/// <param name="Row">As Excel shows it: the header is row 1.</param>
/// <param name="CartonCode">The sender's own code.</param>
/// <param name="Pieces">1 or more.</param>
public sealed record PackingListRow(
    int Row, Sscc? Sscc, string? CartonCode, ProductCode? Product, Gtin? Gtin, string? Size, LotNumber Lot, Expiry? Expiry, long Pieces);
