using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.Hosting.Commands;

namespace Logistics.Portal.Trackings;

/// <summary>Which cartons are reserved and which travel in which parcel, from the log of distribution alone.</summary>
public static class WhenParcelsMove
{
    public static void Map(ServiceDefinition portal) => portal
        .When<CartonsReserved>("distribution", (e, session) => Allot(e.Event.Cartons, "", session))
        .When<ParcelDispatched>("distribution", Dispatch)
        .When<ParcelLoaded>("distribution", (e, session) => Allot(e.Event.Cartons, e.Event.Parcel.Value, session));

    static void Dispatch(Recorded<ParcelDispatched> dispatched, Session session)
    {
        var parcel = dispatched.Event;
        session.Execute(
            """
            insert into parcel (number, recipient, carrier, dispatched_at, expected_on, cartons, pieces)
            values (@Parcel, @Recipient, @Carrier, @DispatchedAt, @ExpectedOn, @Cartons, @Pieces)
            """,
            new
            {
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
        foreach (var ids in cartons.Select(carton => carton.Value).Chunk(Database.MostInList))
            session.Execute("delete from allotment where carton in @ids", new { ids });
        session.Execute("insert into allotment (carton, parcel) values (@id, @parcel)", cartons.Select(id => new { id, parcel }));
    }
}
