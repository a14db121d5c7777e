using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Entry">Number of the import declaration, 1 to 60 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="DutyExemption">Number of the duty-exemption paper, up to 60 characters; null or blank if duty is paid or none is due.</param>
public sealed record EnterCustomsRequest(string Entry, DateTimeOffset At, string? DutyExemption = null);

public sealed record EnterCustomsAnswer(AirWaybill AirWaybill, string Entry);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<EnterCustomsRequest, EnterCustomsAnswer> EnterCustoms = new(Service, "/consignments/{airWaybill}/customs/entry");
}

public sealed partial class ShipmentClient
{
    /// <summary>Records the import declaration, or corrects it until the release.</summary>
    public Task<Reply<EnterCustomsAnswer>> EnterCustoms(AirWaybill airWaybill, EnterCustomsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.EnterCustoms, ShipmentRoutes.EnterCustoms.At(airWaybill), request, key, cancel);
}
