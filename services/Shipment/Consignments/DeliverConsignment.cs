using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Consignments;

/// <summary>Delivers the cartons that confirmed counts found good to the hub. Can be repeated for the findings of later sessions.</summary>
public static class DeliverConsignment
{
    /// <summary>Maximum length of a warehouse's name in characters.</summary>
    const int MaxHub = 200;

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.DeliverConsignment, Handle, Role.Coordinator)
        .On<ConsignmentDelivered>(Apply)
        .On<CartonsDelivered>(Apply);

    static Answer<DeliverConsignmentAnswer> Handle(DeliverConsignmentRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        var good = StoredCarton.InState(command.Session, airWaybill, CartonState.Good);
        var decision = Decide(consignment, good, request, command.Now);
        return command.Record(Consignment.Stream(airWaybill), decision, out var refusal)
            ? Answer.Created(new DeliverConsignmentAnswer(airWaybill, good.Count, good.Sum(stored => stored.Carton.Pieces())))
            : refusal;
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="good">Undelivered cartons that confirmed sessions found good.</param>
    /// <param name="request">The hub and the time.</param>
    /// <param name="now">The current time; the delivery must not be later.</param>
    public static Decision Decide(Consignment consignment, IReadOnlyList<StoredCarton> good, DeliverConsignmentRequest request, DateTimeOffset now)
    {
        if ((Check.Required("hub", request.Hub, MaxHub) ?? Check.Instant("at", request.At, now) ?? Blocked(consignment)) is { } refusal)
            return refusal;
        if (good.Count == 0)
            return new Refusal("nothing-to-deliver", ("airWaybill", consignment.AirWaybill));
        if (Early(consignment, good, request.At) is { } early)
            return early;
        Carton[] cartons = [.. good.Select(stored => stored.Carton)];
        return Decision.Record(
            [
                new ConsignmentDelivered(consignment.AirWaybill, request.Hub, request.At, cartons.Length, cartons.Sum(carton => carton.Pieces())),
                .. Contents.InEvents(cartons).Select(part => new CartonsDelivered(
                    consignment.AirWaybill, request.At, part, Contents.Move(LedgerAccount.AtAirport, LedgerAccount.Hub, part))),
            ]);
    }

    /// <summary>Refuses a delivery before the flight has arrived and customs has released the goods.</summary>
    static Refusal? Early(Consignment consignment, IReadOnlyList<StoredCarton> good, DateTimeOffset at)
    {
        foreach (var flight in good.Select(stored => stored.Flight).Distinct(StringComparer.Ordinal))
        {
            var arrival = consignment.Milestones.LastOrDefault(milestone => milestone.Flight == flight && milestone.Code == MilestoneCode.Arr && milestone.Withdrawn is null);
            if (at < arrival?.At)
                return new Refusal("delivery-before-arrival", ("field", "at"), ("at", at), ("flight", flight), ("arrivedAt", arrival.At));
        }

        return at < consignment.Clearance.ReleasedAt
            ? new Refusal("delivery-before-release", ("field", "at"), ("at", at), ("releasedAt", consignment.Clearance.ReleasedAt))
            : null;
    }

    /// <summary>Returns why customs has not released the consignment, or null.</summary>
    static Refusal? Blocked(Consignment consignment) => consignment.Clearance switch
    {
        { HoldReason: { } reason } => new Refusal("customs-hold", ("airWaybill", consignment.AirWaybill), ("reason", reason)),
        { Released: false } => new Refusal("customs-not-released", ("airWaybill", consignment.AirWaybill)),
        _ => null,
    };

    static void Apply(Recorded<ConsignmentDelivered> delivered, Session session)
    {
        var delivery = delivered.Event;
        session.Execute(
            """
            insert into delivery (air_waybill, number, hub, at, cartons, pieces)
            select @AirWaybill, count(*) + 1, @Hub, @At, @Cartons, @Pieces from delivery where air_waybill = @AirWaybill
            """,
            new { delivery.AirWaybill, delivery.Hub, delivery.At, delivery.Cartons, delivery.Pieces });
    }

    static void Apply(Recorded<CartonsDelivered> delivered, Session session) =>
        StoredCarton.SetState(session, CartonState.Delivered, delivered.Event.Cartons.Select(carton => carton.Id));
}
