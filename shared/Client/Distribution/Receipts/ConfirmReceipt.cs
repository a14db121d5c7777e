using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="ReceivedAt">When the goods came, with the offset of the place.</param>
/// <param name="AllGood">Everything outstanding came and is good; then without lines.</param>
/// <param name="Lines">What was found, unless all is good. A line that is not named has not come yet.</param>
/// <param name="Seen">Version of the parcel when its reader decided; refused if it has changed since. Null skips that check.</param>
public sealed record ConfirmReceiptRequest(DateTimeOffset ReceivedAt, bool AllGood = false, IReadOnlyList<ReportedLine>? Lines = null, int? Seen = null);

/// <summary>What was found of a line, in pieces.</summary>
/// <param name="Line">Line of the parcel, from 1.</param>
/// <param name="Good">To use.</param>
/// <param name="Damaged">Not to use.</param>
/// <param name="Missing">Not there.</param>
/// <param name="Unfit">Whole, but not fit for its purpose.</param>
/// <param name="Reason">1 to 500 characters; required unless all pieces are good.</param>
/// <param name="Photos">Up to 10 pictures that were uploaded to the parcel, by their hash.</param>
public sealed record ReportedLine(
    int Line, long Good = 0, long Damaged = 0, long Missing = 0, long Unfit = 0, string? Reason = null, IReadOnlyList<string>? Photos = null);

/// <param name="Receipt">Its number.</param>
/// <param name="Parcel">The parcel.</param>
/// <param name="Discrepancies">Numbers of the discrepancies that it opens.</param>
/// <param name="Outstanding">Pieces of the parcel that no receipt reports on.</param>
/// <param name="Version">Version of the parcel with this receipt.</param>
public sealed record ConfirmReceiptAnswer(DocumentNumber Receipt, ParcelNumber Parcel, IReadOnlyList<DocumentNumber> Discrepancies, long Outstanding, int Version);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ConfirmReceiptRequest, ConfirmReceiptAnswer> ConfirmReceipt = new(Service, "/parcels/{parcel}/receipts");
}

public sealed partial class DistributionClient
{
    /// <summary>Confirms all or a part of a parcel; each receipt adds to those before.</summary>
    public Task<Reply<ConfirmReceiptAnswer>> ConfirmReceipt(ParcelNumber parcel, ConfirmReceiptRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ConfirmReceipt, DistributionRoutes.ConfirmReceipt.At(parcel), request, key, cancel);
}
