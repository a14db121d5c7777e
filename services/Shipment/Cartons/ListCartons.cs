using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>The cartons of a consignment by id; <c>?after=</c> the last id seen brings the next page, <c>?state=</c> those in one state.</summary>
public static class ListCartons
{
    public sealed record Row
    {
        public required CartonId Id { get; init; }

        public required DonationNumber Donation { get; init; }

        public string? SenderCode { get; init; }

        public required string Flight { get; init; }

        public required long Pieces { get; init; }

        /// <summary>One of <see cref="CartonState"/>.</summary>
        public required string State { get; init; }

        /// <summary>Session that counted it last, confirmed or not.</summary>
        public int? Session { get; init; }

        public Condition? Condition { get; init; }

        public string? Reason { get; init; }
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments/{airWaybill}/cartons", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row>? Answer(Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        if (query.Find<string>("select air_waybill from consignment where air_waybill = @airWaybill", new { airWaybill }) is null)
            return null;
        return query.Page<Row>(
            """
            select carton.id, carton.donation, carton.sender_code, carton.flight, carton.pieces, carton.state,
                   count_entry.session, count_entry.condition, count_entry.reason
            from carton
            left join count_entry on count_entry.carton = carton.id
            where carton.air_waybill = @airWaybill and carton.id > @after and carton.state = coalesce(@state, carton.state)
            order by carton.id
            """,
            new { airWaybill, after = query.Text("after") ?? "", state = query.Text("state") });
    }
}
