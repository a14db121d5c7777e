using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Customs;

/// <summary>A coordinator records the import declaration. Until the release it may be recorded again, as corrected.</summary>
public static class EnterCustoms
{
    /// <param name="Entry">Number of the import declaration.</param>
    /// <param name="At">When, with the offset of the place.</param>
    /// <param name="DutyExemption">Number of the duty-exemption paper; null where duty is paid or none is due.</param>
    public sealed record Request(string Entry, DateTimeOffset At, string? DutyExemption = null);

    public sealed record Entered(AirWaybill AirWaybill, string Entry);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/customs/entry", Handle, Role.Coordinator)
        .On<CustomsEntered>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("consignment-not-found", ("airWaybill", airWaybill));
        if (Instant.InFuture(request.At, "at", command.Now) is { } early)
            return early;
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, request), out var refusal)
            ? Answer.Ok(new Entered(airWaybill, request.Entry))
            : refusal;
    }

    public static Decision Decide(Consignment consignment, Request request)
    {
        if (request.Entry.Length is 0 or > Clearance.LongestNumber)
            return new Refusal("customs-number", ("field", "entry"), ("limit", Clearance.LongestNumber));
        if (request.DutyExemption?.Length > Clearance.LongestNumber)
            return new Refusal("customs-number", ("field", "dutyExemption"), ("limit", Clearance.LongestNumber));
        if (Instant.Opposed(request.At, "at") is { } unlikely)
            return unlikely;
        if (consignment.Clearance.Permit is { } permit)
            return new Refusal("customs-released", ("airWaybill", consignment.AirWaybill), ("permit", permit));
        var exemption = string.IsNullOrEmpty(request.DutyExemption) ? null : request.DutyExemption;
        return Decision.Record(new CustomsEntered(consignment.AirWaybill, request.Entry, exemption, request.At));
    }

    static void Apply(Recorded<CustomsEntered> entered, Session session)
    {
        var entry = entered.Event;
        session.Execute(
            "update consignment set customs_entry = @Entry, duty_exemption = @DutyExemption, entered_at = @At where air_waybill = @AirWaybill",
            new { entry.AirWaybill, entry.Entry, entry.DutyExemption, entry.At });
    }
}
