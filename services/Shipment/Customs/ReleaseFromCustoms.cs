using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Customs;

/// <summary>
/// A coordinator records the import permit, or that a hold after it was lifted. Goods imported free of duty serve nothing but their
/// declared use for two years from the permit (Customs Tariff Act of Japan, article 15).
/// </summary>
public static class ReleaseFromCustoms
{
    const int YearsRestricted = 2;

    /// <param name="Permit">Number of the import permit.</param>
    /// <param name="At">When, with the offset of the place.</param>
    public sealed record Request(string Permit, DateTimeOffset At);

    public sealed record Released(AirWaybill AirWaybill, string Permit, DateOnly? UseRestrictedUntil);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/customs/release", Handle, Role.Coordinator)
        .On<CustomsReleased>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("consignment-not-found", ("airWaybill", airWaybill));
        if (Instant.InFuture(request.At, "at", command.Now) is { } early)
            return early;
        var decision = Decide(consignment, request);
        return command.Record(Consignment.Stream(airWaybill), decision, out var refusal)
            ? Answer.Ok(new Released(airWaybill, request.Permit, decision.Events.OfType<CustomsReleased>().Single().UseRestrictedUntil))
            : refusal;
    }

    public static Decision Decide(Consignment consignment, Request request)
    {
        if (request.Permit.Length is 0 or > Clearance.LongestNumber)
            return new Refusal("customs-number", ("field", "permit"), ("limit", Clearance.LongestNumber));
        if (Instant.Opposed(request.At, "at") is { } unlikely)
            return unlikely;
        if (consignment.Clearance.Entry is null)
            return new Refusal("customs-not-entered", ("airWaybill", consignment.AirWaybill));
        if (consignment.Clearance is { Released: true, Permit: { } permit })
            return new Refusal("customs-released", ("airWaybill", consignment.AirWaybill), ("permit", permit));
        if (consignment.Clearance.EnteredAt is { } entered && request.At < entered)
            return new Refusal("customs-release-before-entry", ("field", "at"), ("at", request.At), ("enteredAt", entered));
        DateOnly? restricted = consignment.Clearance.DutyExemption is null ? null : DateOnly.FromDateTime(request.At.DateTime).AddYears(YearsRestricted);
        return Decision.Record(new CustomsReleased(consignment.AirWaybill, request.Permit, request.At, restricted));
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
