using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Carrier">Who carries the parcels, 1 to 100 characters.</param>
/// <param name="At">When they leave, with the offset of the place.</param>
/// <param name="ExpectedOn">By when receipts are expected: the day of dispatch or a later one, until 2100.</param>
/// <param name="Plans">Published plans; all if null.</param>
/// <param name="Recipients">All if null.</param>
/// <param name="WaybillPrefix">Up to 30 characters. A waybill is this and the parcel's number without its P; no waybills if null.</param>
public sealed record DispatchParcelsRequest(
    string Carrier,
    DateTimeOffset At,
    DateOnly ExpectedOn,
    IReadOnlyList<DocumentNumber>? Plans = null,
    IReadOnlyList<RecipientCode>? Recipients = null,
    string? WaybillPrefix = null);

/// <param name="Parcels">One or more for each recipient, by number.</param>
public sealed record DispatchParcelsAnswer(IReadOnlyList<DispatchedParcel> Parcels);

/// <param name="Number">Its number.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Waybill">The carrier's number; null if the request has no prefix.</param>
/// <param name="Cartons">Cartons in it.</param>
/// <param name="Pieces">Pieces of all goods in it.</param>
public sealed record DispatchedParcel(ParcelNumber Number, RecipientCode Recipient, string? Waybill, int Cartons, long Pieces);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<DispatchParcelsRequest, DispatchParcelsAnswer> DispatchParcels = new(Service, "/dispatches");
}

public sealed partial class DistributionClient
{
    /// <summary>Sends everything that published plans reserve for recipients.</summary>
    public Task<Reply<DispatchParcelsAnswer>> DispatchParcels(DispatchParcelsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.DispatchParcels, DistributionRoutes.DispatchParcels.At(), request, key, cancel);
}
