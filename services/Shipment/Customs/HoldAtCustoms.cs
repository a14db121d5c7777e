using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Customs;

/// <summary>A coordinator records that customs keep the consignment: before the permit, or after it as long as something is still there.</summary>
public static class HoldAtCustoms
{
    public sealed record Request(string Reason, DateTimeOffset At);

    public sealed record Held(AirWaybill AirWaybill);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/customs/hold", Handle, Role.Coordinator)
        .On<CustomsHeld>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("consignment-not-found", ("airWaybill", airWaybill));
        if (Instant.InFuture(request.At, "at", command.Now) is { } early)
            return early;
        var left = command.Session.Scalar<int>(
            "select count(*) from carton where air_waybill = @airWaybill and state in ('booked', 'good')", new { airWaybill });
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, left, request), out var refusal)
            ? Answer.Ok(new Held(airWaybill))
            : refusal;
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="left">Cartons that are not delivered and not counted damaged or missing.</param>
    /// <param name="request">The reason.</param>
    public static Decision Decide(Consignment consignment, int left, Request request)
    {
        if (request.Reason.Length == 0)
            return new Refusal("reason-required", ("field", "reason"));
        if (request.Reason.Length > 500)
            return new Refusal("text-too-long", ("field", "reason"), ("limit", 500));
        if (Instant.Opposed(request.At, "at") is { } unlikely)
            return unlikely;
        if (consignment.Clearance.HoldReason is { } reason)
            return new Refusal("customs-hold", ("airWaybill", consignment.AirWaybill), ("reason", reason));
        return left == 0
            ? new Refusal("customs-nothing-left", ("airWaybill", consignment.AirWaybill))
            : Decision.Record(new CustomsHeld(consignment.AirWaybill, request.Reason, request.At));
    }

    static void Apply(Recorded<CustomsHeld> held, Session session) => session.Execute(
        "update consignment set hold_reason = @Reason, held_at = @At where air_waybill = @AirWaybill",
        new { held.Event.AirWaybill, held.Event.Reason, held.Event.At });
}
