using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Announces the cartons that the donor packed, with their contents.</summary>
public static class WhenCartonsPacked
{
    public static void Map(ServiceDefinition shipment) => shipment
        .When<CartonsPacked>("intake", React)
        .On<CartonsAnnounced>(Apply);

    static void React(Recorded<CartonsPacked> packed, Session session)
    {
        var known = session.Query<CartonId>(
            "select id from carton where id in @ids and packed_seq >= @Seq",
            new { ids = packed.Event.Cartons.Select(carton => carton.Id.Value), packed.Seq });
        session.Append($"donation/{packed.Event.Number}", Decide(packed.Event, packed.Seq, known.ToHashSet()));
    }

    /// <param name="packed">The event of Intake.</param>
    /// <param name="seq">Its sequence number in Intake's log.</param>
    /// <param name="known">Cartons that this event or a later one has announced.</param>
    public static IReadOnlyList<object> Decide(CartonsPacked packed, long seq, IReadOnlySet<CartonId> known)
    {
        Carton[] cartons = [.. packed.Cartons.Where(carton => !known.Contains(carton.Id))];
        return cartons.Length == 0 ? [] : [new CartonsAnnounced(packed.Number, packed.Donor, seq, cartons)];
    }

    static void Apply(Recorded<CartonsAnnounced> announced, Session session)
    {
        var cartons = announced.Event.Cartons;
        var ids = cartons.Select(carton => carton.Id.Value);
        session.Execute("delete from carton_goods where carton in (select id from carton where id in @ids and state = 'withdrawn')", new { ids });
        session.Execute("delete from carton where id in @ids and state = 'withdrawn'", new { ids });
        session.Execute(
            """
            insert into carton (id, donation, sender_code, pieces, packed_seq, state)
            values (@Id, @Donation, @SenderCode, @pieces, @PackedSeq, 'announced')
            """,
            cartons.Select(carton => new { carton.Id, announced.Event.Donation, carton.SenderCode, pieces = carton.Pieces(), announced.Event.PackedSeq }));
        session.Execute(
            """
            insert into carton_goods (carton, line, product, size, lot, expiry, pieces)
            values (@Id, @Line, @Product, @size, @lot, @Expiry, @Pieces)
            """,
            cartons.SelectMany(carton => carton.Goods.Select(goods => new
            {
                carton.Id,
                goods.Line,
                goods.Product,
                size = goods.Size ?? "",
                lot = goods.Lot?.Value ?? "",
                goods.Expiry,
                goods.Pieces,
            })));
    }
}
