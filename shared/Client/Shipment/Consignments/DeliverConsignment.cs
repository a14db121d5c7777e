using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Hub">Name of the warehouse, 1 to 200 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
public sealed record DeliverConsignmentRequest(string Hub, DateTimeOffset At);

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Cartons">Cartons that this delivery brought.</param>
/// <param name="Pieces">Pieces in them.</param>
public sealed record DeliverConsignmentAnswer(AirWaybill AirWaybill, int Cartons, long Pieces);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<DeliverConsignmentRequest, DeliverConsignmentAnswer> DeliverConsignment = new(Service, "/consignments/{airWaybill}/delivery");
}

public sealed partial class ShipmentClient
{
    /// <summary>Brings to the hub what confirmed counts found good and no earlier delivery brought.</summary>
    public Task<Reply<DeliverConsignmentAnswer>> DeliverConsignment(AirWaybill airWaybill, DeliverConsignmentRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.DeliverConsignment, ShipmentRoutes.DeliverConsignment.At(airWaybill), request, key, cancel);
}
