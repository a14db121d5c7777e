using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>
/// A session of counting while it goes on: running totals, each flight and line, and what was entered last, newest first; <c>?before=</c>
/// the last entry seen brings the next page.
/// </summary>
public static class GetCount
{
    public sealed record View
    {
        public required AirWaybill AirWaybill { get; init; }

        public required int Session { get; init; }

        public required string OpenedBy { get; init; }

        public required DateTimeOffset OpenedAt { get; init; }

        /// <summary>The goods received note, once a second person has confirmed.</summary>
        public DocumentNumber? Note { get; init; }

        public required bool Final { get; init; }

        public string? ConfirmedBy { get; init; }

        public DateTimeOffset? ConfirmedAt { get; init; }

        /// <summary>Accounts that had a hand in it and so may not confirm it.</summary>
        public IReadOnlyList<string> People { get; init; } = [];

        /// <summary>Of this session.</summary>
        public IReadOnlyList<Entry.Total> Totals { get; init; } = [];

        /// <summary>Cartons of the consignment that no session has counted, and the pieces in them.</summary>
        public required int UncountedCartons { get; init; }

        public required long UncountedPieces { get; init; }

        /// <summary>The whole consignment, by all sessions.</summary>
        public IReadOnlyList<LineOf> Lines { get; init; } = [];

        public IReadOnlyList<EntryOf> Entries { get; init; } = [];
    }

    /// <summary>Cartons of a line on a flight. A carton of several lines is in each of them.</summary>
    public sealed record LineOf
    {
        public required string Flight { get; init; }

        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required int Good { get; init; }

        public required int Damaged { get; init; }

        public required int Missing { get; init; }

        public required int Uncounted { get; init; }
    }

    public sealed record EntryOf
    {
        /// <summary>By which it can be undone.</summary>
        public required int Entry { get; init; }

        public required Condition Condition { get; init; }

        public string? Reason { get; init; }

        public required int Cartons { get; init; }

        public required string FirstCarton { get; init; }

        public required string LastCarton { get; init; }

        public required string EnteredBy { get; init; }

        public required DateTimeOffset EnteredAt { get; init; }

        public string? UndoneBy { get; init; }

        public DateTimeOffset? UndoneAt { get; init; }
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments/{airWaybill}/counts/{session:int}", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static View? Answer(Query query)
    {
        var key = new { airWaybill = query.Route<AirWaybill>("airWaybill"), number = query.RouteNumber("session"), before = query.Number("before", 1, int.MaxValue) ?? int.MaxValue };
        var view = query.Find<View>(
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
            Totals = [.. query.Rows<Entry.Total>(Entry.Totals, key).OrderBy(total => total.Condition)],
            Lines = query.Rows<LineOf>(
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
            Entries = query.Page<EntryOf>(
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
