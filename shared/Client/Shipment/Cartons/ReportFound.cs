using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>Reports that missing cartons turned up and are at the hub.</summary>
/// <param name="Cartons">1 to 20,000.</param>
/// <param name="Reason">Where and how, 1 to 500 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
public sealed record ReportFoundRequest(IReadOnlyList<CartonId> Cartons, string Reason, DateTimeOffset At);

public sealed record ReportFoundAnswer(AirWaybill AirWaybill, int Cartons, long Pieces);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<ReportFoundRequest, ReportFoundAnswer> ReportFound = new(Service, "/consignments/{airWaybill}/found");
}

public sealed partial class ShipmentClient
{
    /// <summary>Reports that missing cartons turned up and are at the hub.</summary>
    public Task<Reply<ReportFoundAnswer>> ReportFound(AirWaybill airWaybill, ReportFoundRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.ReportFound, ShipmentRoutes.ReportFound.At(airWaybill), request, key, cancel);
}
