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

/// <summary>Records a second inspection of damaged cartons: good ones move to the hub, the others are destroyed.</summary>
public static class ReinspectCartons
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.ReinspectCartons, Handle, Role.Coordinator)
        .On<CartonsReinspected>(Apply);

    static Answer<ReinspectCartonsAnswer> Handle(ReinspectCartonsRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is null)
            return new Refusal("not-found");
        var cartons = NamedCartons.Load(command.Session, airWaybill, [.. request.Passed, .. request.Destroyed]);
        var decision = Decide(airWaybill, cartons, request, command.Now);
        if (!command.Record(Consignment.Stream(airWaybill), decision, out var refusal))
            return refusal;
        var inspected = decision.Events.OfType<CartonsReinspected>().ToList();
        return Answer.Ok(new ReinspectCartonsAnswer(
            airWaybill,
            inspected.Sum(one => one.Passed.Count),
            inspected.Sum(one => one.Destroyed.Count),
            cartons.Sum(carton => carton.Carton.Pieces())));
    }

    public static Decision Decide(AirWaybill airWaybill, IReadOnlyList<StoredCarton> cartons, ReinspectCartonsRequest request, DateTimeOffset now)
    {
        if ((Check.Instant("at", request.At, now)
            ?? NamedCartons.Opposed([.. request.Passed, .. request.Destroyed], cartons, CartonState.Damaged, request.Reason)) is { } refusal)
            return refusal;
        CartonId[] both = [.. request.Passed.Intersect(request.Destroyed)];
        if (both.Length > 0)
            return new Refusal("cartons-both", ("cartons", both));
        var passes = request.Passed.ToHashSet();
        return Decision.Record(
        [
            .. Contents.InEvents(cartons.Select(carton => carton.Carton)).Select(part =>
            {
                var (passed, destroyed) = (part.Where(carton => passes.Contains(carton.Id)).ToList(), part.Where(carton => !passes.Contains(carton.Id)).ToList());
                return new CartonsReinspected(
                    airWaybill,
                    passed,
                    destroyed,
                    request.Reason,
                    request.At,
                    [.. Contents.Move(LedgerAccount.Damaged, LedgerAccount.Hub, passed), .. Contents.Move(LedgerAccount.Damaged, LedgerAccount.Destroyed, destroyed)]);
            }),
        ]);
    }

    static void Apply(Recorded<CartonsReinspected> inspected, Session session)
    {
        StoredCarton.SetState(session, CartonState.Passed, inspected.Event.Passed.Select(carton => carton.Id));
        StoredCarton.SetState(session, CartonState.Destroyed, inspected.Event.Destroyed.Select(carton => carton.Id));
    }
}
