using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>Returns the progress of a counting session: running totals, each flight and line, and the latest entries, newest first.</summary>
public static class GetCount
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.GetCount, Answer, Roles.Staff);

    static CountDetails? Answer(GetCountQuery asked, Query query)
    {
        var key = new { airWaybill = query.Route<AirWaybill>("airWaybill"), number = query.RouteNumber("session"), before = asked.Before ?? int.MaxValue };
        var view = query.Find<CountDetails>(
            """
            select air_waybill, session, opened_by, opened_at, note, final, confirmed_by, confirmed_at,
                   uncounted.cartons as uncounted_cartons, uncounted.pieces as uncounted_pieces
            from count_session
            cross join (
                select count(*) as cartons, coalesce(sum(pieces), 0) as pieces from carton
                where air_waybill = @airWaybill and not exists (select 1 from count_entry where count_entry.carton = carton.id)) uncounted
            where air_waybill = @airWaybill and session = @number
            """,
            key);
        if (view is null)
            return null;
        return view with
        {
            People = query.Rows<string>("select account from count_person where air_waybill = @airWaybill and session = @number order by account", key),
            Totals = [.. query.Rows<ConditionTotal>(Entry.Totals, key).OrderBy(total => total.Condition)],
            Lines = query.Rows<CountLine>(
                """
                select line_of.flight, line_of.donation, line_of.line, line_of.product, line_of.cartons, line_of.pieces, line_of.good, line_of.damaged,
                       line_of.missing, line_of.uncounted
                from flight
                join (
                    select carton.flight, carton.donation, goods.line, min(goods.product) as product, count(distinct carton.id) as cartons, sum(goods.pieces) as pieces,
                           count(distinct case when count_entry.condition = 'good' then carton.id end) as good,
                           count(distinct case when count_entry.condition = 'damaged' then carton.id end) as damaged,
                           count(distinct case when count_entry.condition = 'missing' then carton.id end) as missing,
                           count(distinct case when count_entry.condition is null then carton.id end) as uncounted
                    from carton
                    join carton_goods goods on goods.carton = carton.id
                    left join count_entry on count_entry.carton = carton.id
                    where carton.air_waybill = @airWaybill
                    group by carton.flight, carton.donation, goods.line) line_of on line_of.flight = flight.number
                where flight.air_waybill = @airWaybill
                order by flight.leg, line_of.donation, line_of.line
                """,
                key),
            Entries = query.Page<CountEntryRow>(
                """
                select entry, condition, reason, cartons, first_carton, last_carton, entered_by, entered_at, undone_by, undone_at
                from count_log
                where air_waybill = @airWaybill and session = @number and entry < @before
                order by entry desc
                """,
                key),
        };
    }
}
