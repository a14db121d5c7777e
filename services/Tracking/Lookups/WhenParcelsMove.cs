using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Tracks which cartons are reserved and which are in which parcel, from the log of Distribution alone.</summary>
public static class WhenParcelsMove
{
    public static void Map(ServiceDefinition tracking) => tracking
        .When<CartonsReserved>("distribution", (e, session) => Allot(e.Event.Cartons, "", session))
        .When<ParcelDispatched>("distribution", Dispatch)
        .When<ParcelLoaded>("distribution", (e, session) => Allot(e.Event.Cartons, e.Event.Parcel.Value, session));

    static void Dispatch(Recorded<ParcelDispatched> dispatched, Session session)
    {
        var parcel = dispatched.Event;
        session.Execute(
            """
            insert into parcel (generation, number, recipient, carrier, dispatched_at, expected_on, cartons, pieces)
            values (@Generation, @Parcel, @Recipient, @Carrier, @DispatchedAt, @ExpectedOn, @Cartons, @Pieces)
            """,
            new
            {
                session.Generation,
                parcel.Parcel,
                parcel.Recipient,
                parcel.Carrier,
                parcel.DispatchedAt,
                parcel.ExpectedOn,
                parcel.Cartons,
                Pieces = parcel.Lines.Sum(line => line.Goods.Pieces),
            });
    }

    static void Allot(IReadOnlyList<CartonId> cartons, string parcel, Session session)
    {
        foreach (var ids in cartons.Select(carton => carton.Value).Chunk(Database.MaxInList))
            session.Execute("delete from allotment where generation = @Generation and carton in @ids", new { session.Generation, ids });
        session.Execute("insert into allotment (generation, carton, parcel) values (@Generation, @id, @parcel)", cartons.Select(id => new { session.Generation, id, parcel }));
    }
}
