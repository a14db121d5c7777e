using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>A coordinator begins a session of counting. There can be several at once.</summary>
public static class OpenCount
{
    public sealed record Request;

    public sealed record Opened(AirWaybill AirWaybill, int Session);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/counts", Handle, Role.Coordinator)
        .On<CountOpened>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("consignment-not-found", ("airWaybill", airWaybill));
        var next = command.Session.Scalar<int>("select count(*) from count_session where air_waybill = @airWaybill", new { airWaybill }) + 1;
        return command.Record(Consignment.Stream(airWaybill), Decide(consignment, next), out var refusal)
            ? Answer.Created(new Opened(airWaybill, next))
            : refusal;
    }

    public static Decision Decide(Consignment consignment, int next) => consignment.FinalNote is { } note
        ? new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", note))
        : Decision.Record(new CountOpened(consignment.AirWaybill, next));

    static void Apply(Recorded<CountOpened> opened, Session session)
    {
        session.Execute(
            "insert into count_session (air_waybill, session, opened_by, opened_at, final) values (@AirWaybill, @Session, @Actor, @At, 0)",
            new { opened.Event.AirWaybill, opened.Event.Session, opened.Actor, opened.At });
        CountSession.AddPerson(session, opened.Event.AirWaybill, opened.Event.Session, opened.Actor);
    }
}
