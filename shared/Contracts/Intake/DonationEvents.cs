using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Intake;

/// <summary>A line of a pledge.</summary>
/// <param name="Line">From 1; never changes.</param>
/// <param name="Product">The product.</param>
/// <param name="Gtin">The manufacturer's item number, if known.</param>
/// <param name="Pieces">Pieces pledged: 1 to 10^12; 0 after an amendment that withdraws the line.</param>
public sealed record DonationLine(int Line, ProductCode Product, Gtin? Gtin, long Pieces);

/// <summary>A donation was pledged.</summary>
[EventName("intake.donation-registered.v1")]
public sealed record DonationRegistered(
    DonationNumber Number,
    string Donor,
    DateOnly PledgedOn,
    IReadOnlyList<DonationLine> Lines,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The pledge changed. Lines that are not named stay unchanged.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Reason">The reason, never blank.</param>
/// <param name="Lines">The changed and added lines in their new state.</param>
/// <param name="Movements">The differences.</param>
[EventName("intake.donation-amended.v1")]
public sealed record DonationAmended(
    DonationNumber Number,
    string Reason,
    IReadOnlyList<DonationLine> Lines,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A packing list was accepted completely. Its cartons follow as <see cref="CartonsPacked"/>.</summary>
/// <param name="Number">The donation.</param>
/// <param name="FileHash">SHA-256 of the file, in lower-case hexadecimal digits; null for uniform packing.</param>
/// <param name="FileName">The sender's name for the file.</param>
/// <param name="Encoding">The encoding in which the file was read.</param>
/// <param name="Cartons">Cartons in the list.</param>
/// <param name="Pieces">Pieces in the list.</param>
[EventName("intake.packing-list-attached.v1")]
public sealed record PackingListAttached(
    DonationNumber Number,
    string? FileHash,
    string? FileName,
    string? Encoding,
    int Cartons,
    long Pieces);

/// <summary>Cartons of a donation, at most <see cref="Carton.MaxPerEvent"/>.</summary>
[EventName("intake.cartons-packed.v1")]
public sealed record CartonsPacked(
    DonationNumber Number,
    string Donor,
    IReadOnlyList<Carton> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>All cartons packed so far were released for transport.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Cartons">Cartons released now, without those of earlier releases.</param>
/// <param name="Pieces">Pieces in them.</param>
[EventName("intake.donation-released.v1")]
public sealed record DonationReleased(DonationNumber Number, int Cartons, long Pieces);

/// <summary>The part of a donation that had not been released was cancelled.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Reason">The reason, never blank.</param>
/// <param name="Movements">From pledged and from packed to cancelled.</param>
[EventName("intake.donation-cancelled.v1")]
public sealed record DonationCancelled(DonationNumber Number, string Reason, IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Every piece of the donation has reached a final account.</summary>
[EventName("intake.donation-closed.v1")]
public sealed record DonationClosed(DonationNumber Number);
