using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;

namespace Logistics.Tracking.Lookups;

/// <summary>Tracks where consignments, their flights and their cartons are, from the log of Shipment alone.</summary>
public static class WhenConsignmentsMove
{
    public static void Map(ServiceDefinition tracking) => tracking
        .When<ConsignmentBooked>("shipment", Book)
        .When<CartonsBooked>("shipment", BookCartons)
        .When<MilestoneRecorded>("shipment", (e, session) => Fly(e.Event.AirWaybill, e.Event.Flight, e.Event.Movements, session))
        .When<MilestoneWithdrawn>("shipment", (e, session) => Fly(e.Event.AirWaybill, e.Event.Flight, e.Event.Movements, session))
        .When<CartonsCounted>("shipment", Count)
        .When<CountEntryUndone>("shipment", Undo)
        .When<CountConfirmed>("shipment", Confirm)
        .When<CartonsFound>("shipment", (e, session) => Place(e.Event.Cartons.Select(carton => carton.Id), LedgerAccount.Hub, session))
        .When<CartonsReinspected>("shipment", Reinspect)
        .When<LossAccepted>("shipment", (e, session) => Place(e.Event.Cartons, LedgerAccount.Missing, session))
        .When<CartonsDelivered>("shipment", (e, session) => Place(e.Event.Cartons.Select(carton => carton.Id), LedgerAccount.Hub, session))
        .When<ConsignmentDelivered>("shipment", Deliver);

    static void Book(Recorded<ConsignmentBooked> booked, Session session)
    {
        var consignment = booked.Event;
        session.Execute(
            "insert into consignment (generation, air_waybill, cartons, pieces, delivered) values (@Generation, @AirWaybill, @Cartons, @Pieces, 0)",
            new { session.Generation, consignment.AirWaybill, consignment.Cartons, consignment.Pieces });
        session.Execute(
            "insert into consignment_donation (generation, donation, air_waybill) values (@Generation, @donation, @AirWaybill)",
            consignment.Donations.Distinct().Select(donation => new { session.Generation, donation, consignment.AirWaybill }));
        session.Execute(
            """
            insert into flight (generation, air_waybill, number, origin, destination, departs_at, arrives_at, account)
            values (@Generation, @AirWaybill, @Number, @From, @To, @DepartsAt, @ArrivesAt, 'packed')
            """,
            consignment.Flights.Select(flight => new { session.Generation, consignment.AirWaybill, flight.Number, flight.From, flight.To, flight.DepartsAt, flight.ArrivesAt }));
    }

    static void BookCartons(Recorded<CartonsBooked> booked, Session session) => session.Execute(
        "insert into booking (generation, carton, air_waybill, flight, counted, account) values (@Generation, @Id, @AirWaybill, @Flight, 0, '')",
        booked.Event.Cartons.Select(carton => new { session.Generation, carton.Id, booked.Event.AirWaybill, booked.Event.Flight }));

    /// <summary>Moves all cartons of a flight to the account of its pieces.</summary>
    static void Fly(AirWaybill airWaybill, string flight, IReadOnlyList<Movement> movements, Session session)
    {
        var reached = movements.SelectMany(WhenPiecesMove.Legs)
            .GroupBy(leg => leg.Account.Name, leg => leg.Pieces, StringComparer.Ordinal)
            .FirstOrDefault(account => account.Sum() > 0)?.Key;
        if (reached is not null)
            session.Execute("update flight set account = @reached where generation = @Generation and air_waybill = @airWaybill and number = @flight", new { session.Generation, reached, airWaybill, flight });
    }

    static void Count(Recorded<CartonsCounted> counted, Session session)
    {
        var count = counted.Event;
        var ids = count.Cartons.Select(carton => carton.Value);
        foreach (var some in ids.Chunk(Database.MaxInList))
            session.Execute("delete from counted_carton where generation = @Generation and carton in @some", new { session.Generation, some });
        session.Execute(
            "insert into counted_carton (generation, carton, air_waybill, session, condition, seq) values (@Generation, @id, @AirWaybill, @Session, @condition, @Seq)",
            ids.Distinct(StringComparer.Ordinal).Select(id => new
            {
                session.Generation,
                count.AirWaybill,
                count.Session,
                id,
                condition = count.Condition.ToString().ToLowerInvariant(),
                counted.Seq,
            }));
    }

    static void Undo(Recorded<CountEntryUndone> undone, Session session)
    {
        var ids = undone.Event.Uncounted.Concat(undone.Event.Restored.SelectMany(restored => restored.Cartons)).Select(carton => carton.Value);
        session.Execute("delete from counted_carton where generation = @Generation and carton in @ids", new { session.Generation, ids });
        session.Execute(
            "insert into counted_carton (generation, carton, air_waybill, session, condition, seq) values (@Generation, @id, @AirWaybill, @Session, @condition, @Seq)",
            undone.Event.Restored.SelectMany(restored => restored.Cartons, (restored, id) => new
            {
                session.Generation,
                undone.Event.AirWaybill,
                restored.Session,
                id,
                condition = restored.Condition.ToString().ToLowerInvariant(),
                restored.Seq,
            }));
    }

    /// <summary>Places the cartons of a confirmed count, the only kind that determines where cartons are and appears on their timelines.</summary>
    static void Confirm(Recorded<CountConfirmed> confirmed, Session session)
    {
        var count = confirmed.Event;
        var row = new { session.Generation, count.AirWaybill, count.Session, count.Note, confirmed.Source, confirmed.Seq };
        const string Counted = "select carton from counted_carton where generation = @Generation and air_waybill = @AirWaybill and session = @Session";
        session.Execute($"update booking set counted = 1 where generation = @Generation and air_waybill = @AirWaybill and carton in ({Counted})", row);
        session.Execute($"update booking set account = 'damaged' where generation = @Generation and air_waybill = @AirWaybill and carton in ({Counted} and condition = 'damaged')", row);
        session.Execute($"update booking set account = 'missing' where generation = @Generation and air_waybill = @AirWaybill and carton in ({Counted} and condition = 'missing')", row);
        session.Execute(
            """
            update entry set document = @Note
            where generation = @Generation and source = @Source
                and seq in (select seq from counted_carton where generation = @Generation and air_waybill = @AirWaybill and session = @Session)
            """,
            row);
        session.Execute(
            """
            insert into entry_subject (generation, kind, code, source, seq)
            select @Generation, 'carton', carton, @Source, seq from counted_carton where generation = @Generation and air_waybill = @AirWaybill and session = @Session
            """,
            row);
        if (!count.Final)
            return;
        session.Execute(
            """
            insert into entry_subject (generation, kind, code, source, seq)
            select @Generation, 'carton', carton, @Source, @Seq from booking where generation = @Generation and air_waybill = @AirWaybill and counted = 0 and account = ''
            """,
            row);
        session.Execute("update booking set account = 'missing' where generation = @Generation and air_waybill = @AirWaybill and counted = 0 and account = ''", row);
    }

    static void Reinspect(Recorded<CartonsReinspected> reinspected, Session session)
    {
        Place(reinspected.Event.Passed.Select(carton => carton.Id), LedgerAccount.Hub, session);
        Place(reinspected.Event.Destroyed.Select(carton => carton.Id), LedgerAccount.Destroyed, session);
    }

    static void Place(IEnumerable<CartonId> cartons, LedgerAccount account, Session session)
    {
        foreach (var ids in cartons.Select(carton => carton.Value).Chunk(Database.MaxInList))
            session.Execute("update booking set account = @Name where generation = @Generation and carton in @ids", new { session.Generation, account.Name, ids });
    }

    static void Deliver(Recorded<ConsignmentDelivered> delivered, Session session) =>
        session.Execute("update consignment set delivered = 1 where generation = @Generation and air_waybill = @AirWaybill", new { session.Generation, delivered.Event.AirWaybill });
}
