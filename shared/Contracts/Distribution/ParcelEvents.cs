using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Distribution;

/// <summary>A line of a parcel.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Cartons">Number of cartons that contain such goods.</param>
/// <param name="Goods">The goods sent.</param>
public sealed record ParcelLine(int Line, int Cartons, Goods Goods);

/// <summary>A parcel was dispatched. Its cartons follow as <see cref="ParcelLoaded"/>.</summary>
/// <param name="Parcel">Its number.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Plans">The plans it fulfils.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Waybill">The carrier's number, or null.</param>
/// <param name="DispatchedAt">Time of dispatch, with the local offset.</param>
/// <param name="ExpectedOn">Latest day on which the receipt is expected.</param>
/// <param name="Cartons">Number of cartons.</param>
/// <param name="Lines">Contents by donation line, size and lot.</param>
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
    public const int MaxCartons = 2_000;
}

/// <summary>The findings for one line of a parcel. All in pieces, none negative, at least one positive.</summary>
/// <param name="Line">Line of the parcel.</param>
/// <param name="Good">Usable pieces.</param>
/// <param name="Damaged">Damaged pieces.</param>
/// <param name="Missing">Pieces that did not arrive.</param>
/// <param name="Unfit">Undamaged pieces that are unfit for use.</param>
/// <param name="Reason">Required unless all pieces are good.</param>
/// <param name="Photos">SHA-256 hashes of pictures in lower-case hexadecimal digits, or null.</param>
public sealed record ReceiptLine(int Line, long Good, long Damaged, long Missing, long Unfit, string? Reason, IReadOnlyList<string>? Photos = null);

/// <summary>A recipient confirmed the receipt of a parcel or part of it.</summary>
/// <param name="Receipt">Its number, <c>R-2020-0001</c>.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="ReceivedAt">Time of receipt, with the local offset.</param>
/// <param name="OnBehalf">Entered by a coordinator for the recipient.</param>
/// <param name="Lines">The findings.</param>
/// <param name="Discrepancies">The cases that it opens.</param>
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

/// <summary>A receipt was reversed. Its movements are undone and the cases that it opened are void.</summary>
[EventName("distribution.receipt-reversed.v1")]
public sealed record ReceiptReversed(
    DocumentNumber Receipt,
    ParcelNumber Parcel,
    RecipientCode Recipient,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

public enum Resolution
{
    /// <summary>Missing pieces were found, or damaged or unfit ones proved good: they move to the association.</summary>
    Good,

    /// <summary>Damaged or unfit pieces were destroyed.</summary>
    Destroyed,

    /// <summary>The search for missing pieces has ended.</summary>
    WrittenOff,
}

/// <summary>The case of pieces that a receipt reported missing, damaged or unfit was resolved.</summary>
/// <param name="Receipt">The receipt that reported them.</param>
/// <param name="Parcel">Its parcel.</param>
/// <param name="Recipient">Its recipient.</param>
/// <param name="Line">Line of the parcel.</param>
/// <param name="Kind">The reported condition.</param>
/// <param name="Resolution">The outcome.</param>
/// <param name="Pieces">Number of pieces.</param>
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
/// <param name="Member">Whether it belongs to the association, which also serves others.</param>
public sealed record Institution(InstitutionCode Code, string Name, bool Member);

/// <summary>An association handed goods to an institution.</summary>
/// <param name="HandOver">Its number, <c>H-2020-0001</c>.</param>
/// <param name="Recipient">The association.</param>
/// <param name="Institution">The institution.</param>
/// <param name="HandedOverAt">Time of the hand-over, with the local offset.</param>
/// <param name="Goods">The goods.</param>
/// <param name="Movements">From association to institution.</param>
[EventName("distribution.handed-over.v1")]
public sealed record HandedOver(
    DocumentNumber HandOver,
    RecipientCode Recipient,
    Institution Institution,
    DateTimeOffset HandedOverAt,
    IReadOnlyList<Goods> Goods,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A hand-over was reversed. The goods return to the association.</summary>
[EventName("distribution.hand-over-reversed.v1")]
public sealed record HandOverReversed(
    DocumentNumber HandOver,
    RecipientCode Recipient,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;
