using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;

namespace Logistics.Client.Shipment;

/// <summary>Enters consecutive cartons of one donation.</summary>
/// <param name="Condition">As found, but not over.</param>
/// <param name="From">SSCC, id or sender's code of the first.</param>
/// <param name="To">The last, included.</param>
/// <param name="Reason">Required for all but good, up to 500 characters.</param>
public sealed record CountRangeRequest(Condition Condition, string From, string To, string? Reason = null);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<CountRangeRequest, CountEntryAnswer> CountRange = new(Service, "/consignments/{airWaybill}/counts/{session:int}/range");
}

public sealed partial class ShipmentClient
{
    /// <summary>Enters consecutive cartons of one donation by the first and the last code.</summary>
    public Task<Reply<CountEntryAnswer>> CountRange(AirWaybill airWaybill, int session, CountRangeRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.CountRange, ShipmentRoutes.CountRange.At(airWaybill, session), request, key, cancel);
}
