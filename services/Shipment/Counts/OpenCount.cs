using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>Opens a counting session. Several can be open at the same time.</summary>
public static class OpenCount
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.OpenCount, Handle, Role.Coordinator)
        .On<CountOpened>(Apply);

    static Answer<OpenCountAnswer> Handle(OpenCountRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        var next = command.Session.Scalar<int>("select count(*) from count_session where air_waybill = @airWaybill", new { airWaybill }) + 1;
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, next), out var opened, out var refusal)
            ? Answer.Created(new OpenCountAnswer(airWaybill, opened.Session))
            : refusal;
    }

    public static Decision<CountOpened> Decide(Consignment consignment, int next) => consignment.FinalNote is { } note
        ? new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", note))
        : new CountOpened(consignment.AirWaybill, next);

    static void Apply(Recorded<CountOpened> opened, Session session)
    {
        session.Execute(
            "insert into count_session (air_waybill, session, opened_by, opened_at, final) values (@AirWaybill, @Session, @Actor, @At, 0)",
            new { opened.Event.AirWaybill, opened.Event.Session, opened.Actor, opened.At });
        CountSession.AddPerson(session, opened.Event.AirWaybill, opened.Event.Session, opened.Actor);
    }
}
