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

/// <summary>
/// Withdraws a milestone that was recorded by mistake. The flight returns to the stage implied by its other milestones, unless that would
/// undo the arrival of cartons that have been counted at the airport.
/// </summary>
public static class WithdrawMilestone
{
    /// <param name="Session">A session that names cartons of the flight.</param>
    /// <param name="Note">Its goods received note; null until it is confirmed.</param>
    public sealed record Counted(int Session, DocumentNumber? Note);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.WithdrawMilestone, Handle, Role.Coordinator)
        .On<MilestoneWithdrawn>(Apply);

    static Answer<WithdrawMilestoneAnswer> Handle(WithdrawMilestoneRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        var number = command.RouteNumber("milestone");
        if (consignment.Milestones.FirstOrDefault(one => one.Number == number) is not { } milestone)
            return new Refusal("not-found");
        var decision = Decide(
            consignment,
            milestone,
            () => [.. StoredCarton.OfFlight(command.Session, airWaybill, milestone.Flight).Select(stored => stored.Carton)],
            FirstCount(command.Session, airWaybill, milestone.Flight),
            request);
        return command.Record(Consignment.Stream(airWaybill), decision, out var withdrawn, out var refusal)
            ? Answer.Ok(new WithdrawMilestoneAnswer(
                airWaybill, number, milestone.Flight, Remaining(consignment, milestone), withdrawn.Movements.Sum(movement => movement.Goods.Pieces)))
            : refusal;
    }

    static Counted? FirstCount(Session session, AirWaybill airWaybill, string flight)
    {
        var (number, note) = session.Find<(int?, string?)>(
            """
            select count_session.session, count_session.note
            from carton
            join count_entry on count_entry.carton = carton.id
            join count_session on count_session.air_waybill = count_entry.air_waybill and count_session.session = count_entry.session
            where carton.air_waybill = @airWaybill and carton.flight = @flight
            order by count_session.session
            """,
            new { airWaybill, flight });
        return number is null ? null : new Counted(number.Value, note is null ? null : Code.Parse<DocumentNumber>(note));
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="milestone">One of its milestones.</param>
    /// <param name="cartons">All cartons of its flight.</param>
    /// <param name="counted">A count that includes some of them, or null.</param>
    /// <param name="request">The reason.</param>
    public static Decision<MilestoneWithdrawn> Decide(
        Consignment consignment, Milestone milestone, Func<IReadOnlyList<Carton>> cartons, Counted? counted, WithdrawMilestoneRequest request)
    {
        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        if (milestone.Withdrawn is not null)
            return new Refusal("milestone-withdrawn", ("milestone", milestone.Number), ("reason", milestone.Withdrawn));
        var before = MilestoneMeaning.StageOf(RecordMilestone.Standing(consignment, milestone.Flight).Select(one => one.Code));
        var after = Remaining(consignment, milestone);
        if (before != after && counted is not null)
        {
            return counted.Note is { } note
                ? new Refusal("milestone-confirmed", ("milestone", milestone.Number), ("flight", milestone.Flight), ("note", note))
                : new Refusal("milestone-counted", ("milestone", milestone.Number), ("flight", milestone.Flight), ("session", counted.Session));
        }

        var movements = before == after ? [] : Contents.Move(before, after, cartons());
        return new MilestoneWithdrawn(consignment.AirWaybill, milestone.Flight, milestone.Number, request.Reason, movements);
    }

    static LedgerAccount Remaining(Consignment consignment, Milestone milestone) => MilestoneMeaning.StageOf(
        RecordMilestone.Standing(consignment, milestone.Flight).Where(one => one.Number != milestone.Number).Select(one => one.Code));

    static void Apply(Recorded<MilestoneWithdrawn> withdrawn, Session session)
    {
        var (airWaybill, flight) = (withdrawn.Event.AirWaybill, withdrawn.Event.Flight);
        session.Execute(
            "update milestone set withdrawn = @Reason where air_waybill = @airWaybill and number = @Milestone",
            new { airWaybill, withdrawn.Event.Milestone, withdrawn.Event.Reason });
        BookedFlight.SetStage(session, airWaybill, flight);
    }
}
