using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

public sealed record OpenCountRequest;

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">Number of the new session within it, from 1.</param>
public sealed record OpenCountAnswer(AirWaybill AirWaybill, int Session);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<OpenCountRequest, OpenCountAnswer> OpenCount = new(Service, "/consignments/{airWaybill}/counts");
}

public sealed partial class ShipmentClient
{
    /// <summary>Opens a session of counting. Several can be open at once.</summary>
    public Task<Reply<OpenCountAnswer>> OpenCount(AirWaybill airWaybill, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.OpenCount, ShipmentRoutes.OpenCount.At(airWaybill), new OpenCountRequest(), key, cancel);
}
