using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Reason">Why customs keep the consignment, 1 to 500 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
public sealed record HoldAtCustomsRequest(string Reason, DateTimeOffset At);

public sealed record HoldAtCustomsAnswer(AirWaybill AirWaybill);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<HoldAtCustomsRequest, HoldAtCustomsAnswer> HoldAtCustoms = new(Service, "/consignments/{airWaybill}/customs/hold");
}

public sealed partial class ShipmentClient
{
    /// <summary>Records that customs keep the consignment, before or after the permit.</summary>
    public Task<Reply<HoldAtCustomsAnswer>> HoldAtCustoms(AirWaybill airWaybill, HoldAtCustomsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.HoldAtCustoms, ShipmentRoutes.HoldAtCustoms.At(airWaybill), request, key, cancel);
}
