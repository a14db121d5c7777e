using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Cartons">1 to 20,000 missing cartons.</param>
/// <param name="Reason">Why they are no longer looked for, 1 to 500 characters.</param>
public sealed record AcceptLossRequest(IReadOnlyList<CartonId> Cartons, string Reason);

public sealed record AcceptLossAnswer(AirWaybill AirWaybill, int Cartons, long Pieces);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<AcceptLossRequest, AcceptLossAnswer> AcceptLoss = new(Service, "/consignments/{airWaybill}/loss");
}

public sealed partial class ShipmentClient
{
    /// <summary>Writes off missing cartons, so that their donation can be closed.</summary>
    public Task<Reply<AcceptLossAnswer>> AcceptLoss(AirWaybill airWaybill, AcceptLossRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.AcceptLoss, ShipmentRoutes.AcceptLoss.At(airWaybill), request, key, cancel);
}
