using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Records that missing cartons were found and are at the hub. The history still shows them as missing before.</summary>
public static class ReportFound
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.ReportFound, Handle, Role.Coordinator)
        .On<CartonsFound>(Apply);

    static Answer<ReportFoundAnswer> Handle(ReportFoundRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is null)
            return new Refusal("not-found");
        var cartons = NamedCartons.Load(command.Session, airWaybill, request.Cartons);
        return command.Record(Consignment.Stream(airWaybill), Decide(airWaybill, cartons, request, command.Now), out var refusal)
            ? Answer.Ok(new ReportFoundAnswer(airWaybill, cartons.Count, cartons.Sum(carton => carton.Carton.Pieces())))
            : refusal;
    }

    public static Decision Decide(AirWaybill airWaybill, IReadOnlyList<StoredCarton> cartons, ReportFoundRequest request, DateTimeOffset now) =>
        (Check.Instant("at", request.At, now) ?? NamedCartons.Opposed(request.Cartons, cartons, CartonState.Missing, request.Reason)) is { } refusal
            ? refusal
            : Decision.Record(
            [
                .. Contents.InEvents(cartons.Select(carton => carton.Carton)).Select(part => new CartonsFound(
                    airWaybill, part, request.Reason, request.At, Contents.Move(LedgerAccount.Missing, LedgerAccount.Hub, part))),
            ]);

    static void Apply(Recorded<CartonsFound> found, Session session) =>
        StoredCarton.SetState(session, CartonState.Found, found.Event.Cartons.Select(carton => carton.Id));
}
