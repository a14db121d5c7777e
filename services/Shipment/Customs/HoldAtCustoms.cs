using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Customs;

/// <summary>Records that customs holds the consignment: before the permit, or after it while goods remain there.</summary>
public static class HoldAtCustoms
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.HoldAtCustoms, Handle, Role.Coordinator)
        .On<CustomsHeld>(Apply);

    static Answer<HoldAtCustomsAnswer> Handle(HoldAtCustomsRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        var left = command.Session.Scalar<int>(
            "select count(*) from carton where air_waybill = @airWaybill and state in ('booked', 'good')", new { airWaybill });
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, left, request, command.Now), out _, out var refusal)
            ? Answer.Ok(new HoldAtCustomsAnswer(airWaybill))
            : refusal;
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="left">Undelivered cartons that are not counted as damaged or missing.</param>
    /// <param name="request">The reason.</param>
    /// <param name="now">The current time; the hold must not be later.</param>
    public static Decision<CustomsHeld> Decide(Consignment consignment, int left, HoldAtCustomsRequest request, DateTimeOffset now)
    {
        if ((Check.Reason("reason", request.Reason) ?? Check.Instant("at", request.At, now)) is { } wrong)
            return wrong;
        if (consignment.Clearance.HoldReason is { } reason)
            return new Refusal("customs-hold", ("airWaybill", consignment.AirWaybill), ("reason", reason));
        if (left == 0)
            return new Refusal("customs-nothing-left", ("airWaybill", consignment.AirWaybill));
        return new CustomsHeld(consignment.AirWaybill, request.Reason, request.At);
    }

    static void Apply(Recorded<CustomsHeld> held, Session session) => session.Execute(
        "update consignment set hold_reason = @Reason, held_at = @At where air_waybill = @AirWaybill",
        new { held.Event.AirWaybill, held.Event.Reason, held.Event.At });
}
