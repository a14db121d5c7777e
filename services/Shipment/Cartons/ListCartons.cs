using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Lists the cartons of a consignment by id, with their contents.</summary>
public static class ListCartons
{
    sealed record GoodsOfCarton : CartonGoods
    {
        public required string Carton { get; init; }
    }

    /// <summary>Selects the cartons, with the parameters of <see cref="Filter"/>.</summary>
    internal const string From =
        """
        from carton
        left join count_entry on count_entry.carton = carton.id
        where carton.air_waybill = @airWaybill
          and (@state is null or carton.state = @state)
          and (@condition is null or coalesce(count_entry.condition, 'none') = @condition)
          and (@flight is null or carton.flight = @flight)
          and (@donation is null or carton.donation = @donation)
          and (@code is null or lower(carton.id) like lower(@code) escape '\' or lower(carton.sender_code) like lower(@code) escape '\')
          and exists (
              select 1 from carton_goods held
              where held.carton = carton.id and (@line is null or held.line = @line) and (@product is null or held.product = @product)
                and (@lot is null or held.lot = @lot))
        """;

    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ListCartons, Answer, Roles.Staff);

    /// <returns>Null if the consignment does not exist.</returns>
    internal static object? Filter(ListCartonsQuery asked, Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        return query.Find<string>("select air_waybill from consignment where air_waybill = @airWaybill", new { airWaybill }) is null ? null : new
        {
            airWaybill,
            state = asked.State is { } state ? Wire.NameOf(state) : null,
            condition = asked.Condition is { } condition ? Wire.NameOf(condition) : null,
            flight = asked.Flight is { } flight ? Consignments.BookedFlight.Plain(flight) : null,
            donation = asked.Donation,
            line = asked.Line,
            product = asked.Product,
            lot = asked.Lot,
            code = Query.Containing(asked.Code is { } code ? CartonId.TryParse(code, out var id, out _) ? id.Value : code : null),
        };
    }

    static List<CartonRow>? Answer(ListCartonsQuery asked, Query query)
    {
        if (Filter(asked, query) is not { } filter)
            return null;
        var rows = query.Page<CartonRow>(
            $"""
            carton.id, carton.donation, carton.sender_code, carton.flight, carton.pieces, {StoredCarton.StateColumn} as state,
            count_entry.session, count_entry.condition, count_entry.reason
            """,
            From,
            "carton.id",
            filter);
        var goods = query.Rows<GoodsOfCarton>(
            "select carton, line, product, size, lot, expiry, pieces from carton_goods where carton in @ids order by carton, line, size, lot",
            new { ids = rows.Select(row => row.Id.Value) }).ToLookup(one => one.Carton, StringComparer.Ordinal);
        return [.. rows.Select(row => row with { Goods = [.. goods[row.Id.Value]] })];
    }
}
