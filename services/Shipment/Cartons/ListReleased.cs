using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>Lists the released cartons of every donation by line, which may be booked.</summary>
public static class ListReleased
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ListReleased, Answer, Roles.Staff);

    static List<ReleasedLine> Answer(NoQuery _, Query query) => query.Rows<ReleasedLine>(
        """
        select carton.donation, goods.line, goods.product, count(distinct carton.id) as cartons, sum(goods.pieces) as pieces
        from carton
        join carton_goods goods on goods.carton = carton.id
        where carton.state = 'released'
        group by carton.donation, goods.line, goods.product
        order by carton.donation, goods.line
        """);
}
