using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Stocks;

/// <summary>Adds each carton to the stock that Shipment delivered, found, or passed on a second inspection.</summary>
public static class WhenCartonsReachHub
{
    public static void Map(ServiceDefinition distribution) => distribution
        .When<CartonsDelivered>("shipment", (delivered, session) => Receive(delivered.Event.AirWaybill, delivered.Event.Cartons, delivered.Event.At, session))
        .When<CartonsFound>("shipment", (found, session) => Receive(found.Event.AirWaybill, found.Event.Cartons, found.Event.At, session))
        .When<CartonsReinspected>("shipment", (looked, session) => Receive(looked.Event.AirWaybill, looked.Event.Passed, looked.Event.At, session))
        .On<StockReceived>(Apply);

    static void Receive(AirWaybill airWaybill, IReadOnlyList<Carton> cartons, DateTimeOffset at, Session session)
    {
        var known = session.Query<CartonId>("select id from carton where id in @ids", new { ids = cartons.Select(carton => carton.Id.Value) });
        if (Decide(airWaybill, cartons, at, known.ToHashSet()) is { } received)
            session.Append($"stock/{airWaybill}", [received]);
    }

    /// <summary>Receives cartons that have not entered the stock before.</summary>
    /// <param name="airWaybill">The consignment.</param>
    /// <param name="cartons">The cartons reported by Shipment.</param>
    /// <param name="at">When they reached the hub, as reported by Shipment.</param>
    /// <param name="known">Those that entered the stock before, even if they have left it since.</param>
    /// <returns>Null if all entered before.</returns>
    public static StockReceived? Decide(AirWaybill airWaybill, IReadOnlyList<Carton> cartons, DateTimeOffset at, IReadOnlySet<CartonId> known)
    {
        var unknown = cartons.Where(carton => !known.Contains(carton.Id)).DistinctBy(carton => carton.Id).ToList();
        return unknown.Count == 0 ? null : new StockReceived(airWaybill, unknown, unknown.Sum(carton => carton.Goods.Sum(goods => goods.Pieces)), at);
    }

    static void Apply(Recorded<StockReceived> received, Session session)
    {
        session.Execute(
            """
            insert into carton (id, air_waybill, product, size, lots, pieces, last_day, state, recipient, plan_number, parcel, received_at)
            values (@Id, @AirWaybill, @Product, @Size, @Lots, @Pieces, @LastDay, 'hub', '', '', '', @At)
            """,
            received.Event.Cartons.Select(carton => Row(received.Event, carton)));
        session.Execute(
            """
            insert into carton_goods (carton, donation, line, product, size, lot, expiry, pieces)
            values (@Id, @Donation, @Line, @Product, @Size, @Lot, @Expiry, @Pieces)
            """,
            received.Event.Cartons.SelectMany(carton => GoodsRow.Sum(carton.Goods).Select(GoodsRow.Of), (carton, goods) => new
            {
                carton.Id,
                goods.Donation,
                goods.Line,
                goods.Product,
                goods.Size,
                goods.Lot,
                goods.Expiry,
                goods.Pieces,
            }));
    }

    static object Row(StockReceived received, Carton carton)
    {
        var pieces = carton.Goods.Sum(goods => goods.Pieces);
        var mixed = carton.Goods.DistinctBy(goods => (goods.Product, goods.Size)).Count() > 1 || pieces > int.MaxValue;
        return new
        {
            carton.Id,
            received.AirWaybill,
            received.At,
            Product = mixed ? "" : carton.Goods[0].Product.Value,
            Size = mixed ? "" : carton.Goods[0].Size ?? "",
            Lots = string.Join(' ', carton.Goods.Select(goods => goods.Lot?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            Pieces = pieces,
            LastDay = carton.Goods.Min(goods => goods.Expiry?.LastDay ?? DateOnly.MaxValue),
        };
    }
}
