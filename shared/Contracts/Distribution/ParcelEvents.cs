using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Distribution;

/// <summary>One line of a parcel.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Cartons">Cartons that hold such goods.</param>
/// <param name="Goods">What was sent.</param>
public sealed record ParcelLine(int Line, int Cartons, Goods Goods);

/// <summary>A parcel is on its way. Its cartons follow as <see cref="ParcelLoaded"/>.</summary>
/// <param name="Parcel">Its number.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Plans">The plans it fulfils.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="Waybill">The carrier's number, if there is one.</param>
/// <param name="DispatchedAt">When, with the offset of the place.</param>
/// <param name="ExpectedOn">By when the receipt is expected.</param>
/// <param name="Cartons">Cartons in it.</param>
/// <param name="Lines">What is in it, a line for each donation line, size and lot.</param>
/// <param name="Movements">From reserved to in-delivery.</param>
[EventName("distribution.parcel-dispatched.v1")]
public sealed record ParcelDispatched(
    ParcelNumber Parcel,
    RecipientCode Recipient,
    IReadOnlyList<DocumentNumber> Plans,
    string Carrier,
    string? Waybill,
    DateTimeOffset DispatchedAt,
    DateOnly ExpectedOn,
    int Cartons,
    IReadOnlyList<ParcelLine> Lines,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Cartons of a parcel, at most 2,000.</summary>
[EventName("distribution.parcel-loaded.v1")]
public sealed record ParcelLoaded(ParcelNumber Parcel, IReadOnlyList<CartonId> Cartons)
{
    public const int MostCartons = 2_000;
}

/// <summary>What was found of one line of a parcel. All in pieces, none negative, at least one positive.</summary>
/// <param name="Line">Line of the parcel.</param>
/// <param name="Good">To use.</param>
/// <param name="Damaged">Not to use.</param>
/// <param name="Missing">Not there.</param>
/// <param name="Unfit">Whole, but not fit for its purpose.</param>
/// <param name="Reason">Required for everything but good.</param>
/// <param name="Photos">Pictures of it, by the SHA-256 of their bytes in lower-case hexadecimal digits; null where there are none.</param>
public sealed record ReceiptLine(int Line, long Good, long Damaged, long Missing, long Unfit, string? Reason, IReadOnlyList<string>? Photos = null);

/// <summary>A recipient confirmed all or a part of a parcel.</summary>
/// <param name="Receipt">Its number, <c>R-2020-0001</c>.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="ReceivedAt">When the goods came, with the offset of the place.</param>
/// <param name="OnBehalf">Entered by a coordinator for the recipient.</param>
/// <param name="Lines">What was found.</param>
/// <param name="Discrepancies">The cases it opens.</param>
/// <param name="Movements">From in-delivery to association, damaged, missing and held (unfit).</param>
[EventName("distribution.receipt-confirmed.v1")]
public sealed record ReceiptConfirmed(
    DocumentNumber Receipt,
    ParcelNumber Parcel,
    RecipientCode Recipient,
    DateTimeOffset ReceivedAt,
    bool OnBehalf,
    IReadOnlyList<ReceiptLine> Lines,
    IReadOnlyList<Discrepancy> Discrepancies,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A receipt was a mistake. What it moved moves back, and the cases it opened are void.</summary>
[EventName("distribution.receipt-reversed.v1")]
public sealed record ReceiptReversed(
    DocumentNumber Receipt,
    ParcelNumber Parcel,
    RecipientCode Recipient,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

public enum Resolution
{
    /// <summary>Missing pieces turned up, damaged or unfit ones are good after all: to the association.</summary>
    Good,

    /// <summary>Damaged or unfit beyond use.</summary>
    Destroyed,

    /// <summary>Missing, and no longer looked for.</summary>
    WrittenOff,
}

/// <summary>Pieces that a receipt reported missing, damaged or unfit found their end.</summary>
/// <param name="Receipt">The receipt that reported them.</param>
/// <param name="Parcel">Its parcel.</param>
/// <param name="Recipient">Its recipient.</param>
/// <param name="Line">Line of the parcel.</param>
/// <param name="Kind">What had been reported.</param>
/// <param name="Resolution">What became of them.</param>
/// <param name="Pieces">How many.</param>
/// <param name="Reason">In words, never blank.</param>
/// <param name="Movements">The movement.</param>
[EventName("distribution.discrepancy-resolved.v1")]
public sealed record DiscrepancyResolved(
    DocumentNumber Receipt,
    ParcelNumber Parcel,
    RecipientCode Recipient,
    int Line,
    DiscrepancyKind Kind,
    Resolution Resolution,
    long Pieces,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A hospital or clinic.</summary>
/// <param name="Code">For example the ten digits of the Japanese medical institution code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Member">Whether it belongs to the association; others are served too.</param>
public sealed record Institution(InstitutionCode Code, string Name, bool Member);

/// <summary>An association handed goods to an institution.</summary>
/// <param name="HandOver">Its number, <c>H-2020-0001</c>.</param>
/// <param name="Recipient">The association.</param>
/// <param name="Institution">Who got them.</param>
/// <param name="HandedOverAt">When, with the offset of the place.</param>
/// <param name="Goods">What.</param>
/// <param name="Movements">From association to institution.</param>
[EventName("distribution.handed-over.v1")]
public sealed record HandedOver(
    DocumentNumber HandOver,
    RecipientCode Recipient,
    Institution Institution,
    DateTimeOffset HandedOverAt,
    IReadOnlyList<Goods> Goods,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A hand-over was a mistake. The goods are with the association again.</summary>
[EventName("distribution.hand-over-reversed.v1")]
public sealed record HandOverReversed(
    DocumentNumber HandOver,
    RecipientCode Recipient,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;
