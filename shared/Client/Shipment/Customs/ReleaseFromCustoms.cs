using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Permit">Number of the import permit, 1 to 60 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
public sealed record ReleaseFromCustomsRequest(string Permit, DateTimeOffset At);

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Permit">Number of the import permit.</param>
/// <param name="UseRestrictedUntil">Last day on which goods free of duty serve only their declared use; null if duty was paid.</param>
public sealed record ReleaseFromCustomsAnswer(AirWaybill AirWaybill, string Permit, DateOnly? UseRestrictedUntil);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<ReleaseFromCustomsRequest, ReleaseFromCustomsAnswer> ReleaseFromCustoms = new(Service, "/consignments/{airWaybill}/customs/release");
}

public sealed partial class ShipmentClient
{
    /// <summary>Records the import permit, or that a hold after it was lifted.</summary>
    public Task<Reply<ReleaseFromCustomsAnswer>> ReleaseFromCustoms(AirWaybill airWaybill, ReleaseFromCustomsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.ReleaseFromCustoms, ShipmentRoutes.ReleaseFromCustoms.At(airWaybill), request, key, cancel);
}
