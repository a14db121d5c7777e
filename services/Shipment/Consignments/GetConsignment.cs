using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>Returns everything about a consignment: its flights, milestones, customs, counts, deliveries and the locations of its cartons.</summary>
public static class GetConsignment
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.GetConsignment, Answer, Roles.Staff);

    static ConsignmentDetails? Answer(NoQuery _, Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        var key = new { airWaybill };
        var view = query.Find<ConsignmentDetails>($"select air_waybill, cartons, pieces, booked_at, {ListConsignments.State} as state from consignment where air_waybill = @airWaybill", key);
        if (view is null)
            return null;
        return view with
        {
            Donations = query.Rows<DonationNumber>("select donation from consignment_donation where air_waybill = @airWaybill order by donation", key),
            Flights = FlightView.Load(query, [airWaybill]),
            Milestones = query.Rows<MilestoneDetails>(
                "select number, flight, code, place, at, note, withdrawn from milestone where air_waybill = @airWaybill order by number", key),
            Customs = query.Find<CustomsDetails>(
                """
                select customs_entry as entry, duty_exemption, entered_at, permit, released_at, use_restricted_until, hold_reason, held_at
                from consignment where air_waybill = @airWaybill
                """,
                key),
            Counts = query.Rows<CountSummary>(
                """
                select session, opened_by, opened_at, note, final,
                       (select count(*) from count_entry
                        where count_entry.air_waybill = count_session.air_waybill and count_entry.session = count_session.session) as cartons
                from count_session where air_waybill = @airWaybill
                order by session
                """,
                key),
            Deliveries = query.Rows<DeliveryDetails>("select hub, at, cartons, pieces from delivery where air_waybill = @airWaybill order by number", key),
            Totals = query.Rows<CartonTotal>(
                $"""
                select {StoredCarton.StateColumn} as state, count(*) as cartons, sum(carton.pieces) as pieces
                from carton where carton.air_waybill = @airWaybill
                group by carton.air_waybill, carton.state order by carton.state
                """,
                key),
            Overages = query.Rows<OverageDetails>(
                "select carton, session, reason from overage where air_waybill = @airWaybill order by session, carton", key),
        };
    }
}
