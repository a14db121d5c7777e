using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Intake;

/// <summary>One line of a pledge.</summary>
/// <param name="Line">From 1; stays with the line for ever.</param>
/// <param name="Product">What is given.</param>
/// <param name="Gtin">The maker's item number, if known.</param>
/// <param name="Pieces">Pieces pledged: 1 to 10^12; 0 after an amendment that takes the line back.</param>
public sealed record DonationLine(int Line, ProductCode Product, Gtin? Gtin, long Pieces);

/// <summary>A gift was pledged.</summary>
[EventName("intake.donation-registered.v1")]
public sealed record DonationRegistered(
    DonationNumber Number,
    string Donor,
    DateOnly PledgedOn,
    IReadOnlyList<DonationLine> Lines,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The pledge changed. Lines that are not named stay as they are.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Reason">Why, never blank.</param>
/// <param name="Lines">The lines that changed or came, as they now are.</param>
/// <param name="Movements">The differences.</param>
[EventName("intake.donation-amended.v1")]
public sealed record DonationAmended(
    DonationNumber Number,
    string Reason,
    IReadOnlyList<DonationLine> Lines,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A packing list was accepted as a whole. Its cartons follow as <see cref="CartonsPacked"/>.</summary>
/// <param name="Number">The donation.</param>
/// <param name="FileHash">SHA-256 of the file, in lower-case hexadecimal digits; null for uniform packing.</param>
/// <param name="FileName">As the sender called it.</param>
/// <param name="Encoding">How the file was read.</param>
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

/// <summary>Cartons of a donation, at most <see cref="Carton.MostPerEvent"/>.</summary>
[EventName("intake.cartons-packed.v1")]
public sealed record CartonsPacked(
    DonationNumber Number,
    string Donor,
    IReadOnlyList<Carton> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>All cartons packed so far may fly.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Cartons">Cartons released by this, without those of earlier releases.</param>
/// <param name="Pieces">Pieces in them.</param>
[EventName("intake.donation-released.v1")]
public sealed record DonationReleased(DonationNumber Number, int Cartons, long Pieces);

/// <summary>What was not released will not come.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Reason">Why, never blank.</param>
/// <param name="Movements">From pledged and from packed to cancelled.</param>
[EventName("intake.donation-cancelled.v1")]
public sealed record DonationCancelled(DonationNumber Number, string Reason, IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Every piece of the donation has come to rest.</summary>
[EventName("intake.donation-closed.v1")]
public sealed record DonationClosed(DonationNumber Number);
