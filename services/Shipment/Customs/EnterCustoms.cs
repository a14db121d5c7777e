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

/// <summary>Records the import declaration. It can be corrected until the release.</summary>
public static class EnterCustoms
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.EnterCustoms, Handle, Role.Coordinator)
        .On<CustomsEntered>(Apply);

    static Answer<EnterCustomsAnswer> Handle(EnterCustomsRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, request, command.Now), out _, out var refusal)
            ? Answer.Ok(new EnterCustomsAnswer(airWaybill, request.Entry))
            : refusal;
    }

    public static Decision<CustomsEntered> Decide(Consignment consignment, EnterCustomsRequest request, DateTimeOffset now)
    {
        if ((Check.Required("entry", request.Entry, Clearance.MaxNumber)
            ?? Check.Text("dutyExemption", request.DutyExemption, Clearance.MaxNumber)
            ?? Check.Instant("at", request.At, now)) is { } wrong)
            return wrong;
        if (consignment.Clearance.Permit is { } permit)
            return new Refusal("customs-released", ("airWaybill", consignment.AirWaybill), ("permit", permit));
        var exemption = string.IsNullOrEmpty(request.DutyExemption) ? null : request.DutyExemption;
        return new CustomsEntered(consignment.AirWaybill, request.Entry, exemption, request.At);
    }

    static void Apply(Recorded<CustomsEntered> entered, Session session)
    {
        var entry = entered.Event;
        session.Execute(
            "update consignment set customs_entry = @Entry, duty_exemption = @DutyExemption, entered_at = @At where air_waybill = @AirWaybill",
            new { entry.AirWaybill, entry.Entry, entry.DutyExemption, entry.At });
    }
}
