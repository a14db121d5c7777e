using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;

namespace Logistics.Client.Shipment;

/// <summary>Enters a number of like cartons.</summary>
/// <param name="Condition">As found, but not over.</param>
/// <param name="Donation">The donation.</param>
/// <param name="Line">Its line.</param>
/// <param name="Count">Cartons, at least 1.</param>
/// <param name="Size">Null for any.</param>
/// <param name="Lot">Null for any.</param>
/// <param name="Reason">Required for all but good, up to 500 characters.</param>
public sealed record CountQuantityRequest(
    Condition Condition, DonationNumber Donation, int Line, int Count, string? Size = null, LotNumber? Lot = null, string? Reason = null);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<CountQuantityRequest, CountEntryAnswer> CountQuantity = new(Service, "/consignments/{airWaybill}/counts/{session:int}/quantity");
}

public sealed partial class ShipmentClient
{
    /// <summary>Enters a number of like cartons: those with the lowest ids that no session has counted.</summary>
    public Task<Reply<CountEntryAnswer>> CountQuantity(AirWaybill airWaybill, int session, CountQuantityRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.CountQuantity, ShipmentRoutes.CountQuantity.At(airWaybill, session), request, key, cancel);
}
