using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Consignments;

/// <summary>Records milestones of flights, in any order and repeatedly.</summary>
public static class RecordMilestone
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.RecordMilestone, Handle, Role.Coordinator)
        .On<MilestoneRecorded>(Apply);

    static Answer<RecordMilestoneAnswer> Handle(RecordMilestoneRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is not { } consignment)
            return new Refusal("not-found");
        var decision = Decide(
            consignment, flight => [.. StoredCarton.OfFlight(command.Session, airWaybill, flight).Select(stored => stored.Carton)], request, command.Now);
        if (!command.Record(Consignment.Stream(airWaybill), decision, out var refusal))
            return refusal;
        var recorded = decision.Events.OfType<MilestoneRecorded>().ToList();
        return Answer.Created(new RecordMilestoneAnswer(
            airWaybill,
            [
                .. recorded.Select(one => new FlightMilestone(
                    one.Milestone,
                    one.Flight,
                    MilestoneMeaning.StageOf([.. Standing(consignment, one.Flight).Select(earlier => earlier.Code), one.Code]),
                    one.Movements.Sum(movement => movement.Goods.Pieces))),
            ],
            [.. recorded.SelectMany(one => Warn(consignment, one))]));
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="cartonsOf">Returns all cartons of a flight; none is counted before the flight has arrived.</param>
    /// <param name="request">The milestone.</param>
    /// <param name="now">The current time; the milestone must not be later.</param>
    public static Decision Decide(Consignment consignment, Func<string, IReadOnlyList<Carton>> cartonsOf, RecordMilestoneRequest request, DateTimeOffset now)
    {
        if (!Airport.TryRead(request.Place, "place", out var place, out var refusal))
            return refusal;
        if ((Check.Instant("at", request.At, now) ?? Check.Text("note", request.Note)) is { } wrong)
            return wrong;
        if (!Enum.IsDefined(request.Code))
            return new Refusal("json-invalid", ("field", "code"));
        var asked = request.Flight is null ? null : BookedFlight.Plain(request.Flight);
        BookedFlight[] flights = [.. consignment.Flights.Where(flight => asked is null || flight.Number == asked)];
        if (flights.Length == 0)
        {
            return new Refusal(
                "flight-not-booked",
                ("flight", request.Flight),
                ("airWaybill", consignment.AirWaybill),
                ("flights", consignment.Flights.Select(flight => flight.Number).ToArray()));
        }

        var next = consignment.Milestones.Count + 1;
        return Decision.Record(
        [
            .. flights.Select((flight, i) =>
            {
                var codes = Standing(consignment, flight.Number).Select(milestone => milestone.Code);
                var (before, after) = (MilestoneMeaning.StageOf(codes), MilestoneMeaning.StageOf([.. codes, request.Code]));
                var movements = before == after ? [] : Contents.Move(before, after, cartonsOf(flight.Number));
                return new MilestoneRecorded(
                    consignment.AirWaybill, flight.Number, next + i, request.Code, place, request.At, request.Note, movements);
            }),
        ]);
    }

    /// <summary>Returns warnings for milestones of the same flight whose times contradict the usual order.</summary>
    public static IEnumerable<MilestoneWarning> Warn(Consignment consignment, MilestoneRecorded recorded) =>
        Standing(consignment, recorded.Flight)
            .Where(other => MilestoneMeaning.Of(other.Code).Step is { } theirs && MilestoneMeaning.Of(recorded.Code).Step is { } ours
                && (theirs < ours && other.At > recorded.At || theirs > ours && other.At < recorded.At))
            .Select(other => new MilestoneWarning("milestone-out-of-order", recorded.Flight, other.Number, other.Code, other.At));

    internal static IEnumerable<Milestone> Standing(Consignment consignment, string flight) =>
        consignment.Milestones.Where(milestone => milestone.Flight == flight && milestone.Withdrawn is null);

    static void Apply(Recorded<MilestoneRecorded> recorded, Session session)
    {
        var milestone = recorded.Event;
        session.Execute(
            """
            insert into milestone (air_waybill, number, flight, code, place, at, note, recorded_by, recorded_at)
            values (@AirWaybill, @Milestone, @Flight, @code, @Place, @at, @Note, @Actor, @recordedAt)
            """,
            new
            {
                milestone.AirWaybill,
                milestone.Milestone,
                milestone.Flight,
                code = milestone.Code.ToString().ToUpperInvariant(),
                milestone.Place,
                at = milestone.At,
                milestone.Note,
                recorded.Actor,
                recordedAt = recorded.At,
            });
        BookedFlight.SetStage(session, milestone.AirWaybill, milestone.Flight);
    }
}
