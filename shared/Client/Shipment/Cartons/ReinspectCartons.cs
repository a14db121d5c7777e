using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>Tells what a second inspection made of damaged cartons, 1 to 20,000 together.</summary>
/// <param name="Passed">Good after all; they go to the hub.</param>
/// <param name="Destroyed">Beyond use.</param>
/// <param name="Reason">What was found, 1 to 500 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
public sealed record ReinspectCartonsRequest(IReadOnlyList<CartonId> Passed, IReadOnlyList<CartonId> Destroyed, string Reason, DateTimeOffset At);

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Passed">Cartons.</param>
/// <param name="Destroyed">Cartons.</param>
/// <param name="Pieces">Pieces in both.</param>
public sealed record ReinspectCartonsAnswer(AirWaybill AirWaybill, int Passed, int Destroyed, long Pieces);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<ReinspectCartonsRequest, ReinspectCartonsAnswer> ReinspectCartons = new(Service, "/consignments/{airWaybill}/reinspection");
}

public sealed partial class ShipmentClient
{
    /// <summary>Records a second inspection of damaged cartons.</summary>
    public Task<Reply<ReinspectCartonsAnswer>> ReinspectCartons(AirWaybill airWaybill, ReinspectCartonsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.ReinspectCartons, ShipmentRoutes.ReinspectCartons.At(airWaybill), request, key, cancel);
}
