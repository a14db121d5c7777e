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

/// <summary>
/// Records the import permit, or that a later hold was lifted. Goods imported free of duty may serve only their
/// declared use for two years from the permit (Customs Tariff Act of Japan, article 15).
/// </summary>
public static class ReleaseFromCustoms
{
    const int YearsRestricted = 2;

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.ReleaseFromCustoms, Handle, Role.Coordinator)
        .On<CustomsReleased>(Apply);

    static Answer<ReleaseFromCustomsAnswer> Handle(ReleaseFromCustomsRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, request, command.Now), out var released, out var refusal)
            ? Answer.Ok(new ReleaseFromCustomsAnswer(airWaybill, released.Permit, released.UseRestrictedUntil))
            : refusal;
    }

    public static Decision<CustomsReleased> Decide(Consignment consignment, ReleaseFromCustomsRequest request, DateTimeOffset now)
    {
        if ((Check.Required("permit", request.Permit, Clearance.MaxNumber) ?? Check.Instant("at", request.At, now)) is { } wrong)
            return wrong;
        if (consignment.Clearance.Entry is null)
            return new Refusal("customs-not-entered", ("airWaybill", consignment.AirWaybill));
        if (consignment.Clearance is { Released: true, Permit: { } permit })
            return new Refusal("customs-released", ("airWaybill", consignment.AirWaybill), ("permit", permit));
        if (consignment.Clearance.EnteredAt is { } entered && request.At < entered)
            return new Refusal("customs-release-before-entry", ("field", "at"), ("at", request.At), ("enteredAt", entered));
        DateOnly? restricted = consignment.Clearance.DutyExemption is null ? null : DateOnly.FromDateTime(request.At.DateTime).AddYears(YearsRestricted);
        return new CustomsReleased(consignment.AirWaybill, request.Permit, request.At, restricted);
    }

    static void Apply(Recorded<CustomsReleased> released, Session session)
    {
        var permit = released.Event;
        session.Execute(
            """
            update consignment
            set permit = @Permit, released_at = @At, use_restricted_until = @UseRestrictedUntil, hold_reason = null, held_at = null
            where air_waybill = @AirWaybill
            """,
            new { permit.AirWaybill, permit.Permit, permit.At, permit.UseRestrictedUntil });
    }
}
