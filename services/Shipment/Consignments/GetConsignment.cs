using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>A consignment with its flights, milestones, customs, counts, deliveries and where its cartons are.</summary>
public static class GetConsignment
{
    public sealed record View
    {
        public required AirWaybill AirWaybill { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required DateTimeOffset BookedAt { get; init; }

        /// <summary>As in <see cref="ListConsignments.Row.State"/>.</summary>
        public required string State { get; init; }

        public IReadOnlyList<DonationNumber> Donations { get; init; } = [];

        public IReadOnlyList<FlightView> Flights { get; init; } = [];

        public IReadOnlyList<MilestoneView> Milestones { get; init; } = [];

        public CustomsView? Customs { get; init; }

        public IReadOnlyList<CountView> Counts { get; init; } = [];

        public IReadOnlyList<DeliveryView> Deliveries { get; init; } = [];

        public IReadOnlyList<StateTotal> Totals { get; init; } = [];

        /// <summary>Cartons that nobody announced.</summary>
        public IReadOnlyList<OverageView> Overages { get; init; } = [];
    }

    public sealed record MilestoneView
    {
        public required int Number { get; init; }

        public required string Flight { get; init; }

        public required MilestoneCode Code { get; init; }

        public required string Place { get; init; }

        public required DateTimeOffset At { get; init; }

        public string? Note { get; init; }

        /// <summary>The reason, where it was taken back.</summary>
        public string? Withdrawn { get; init; }
    }

    public sealed record CustomsView
    {
        public string? Entry { get; init; }

        public string? DutyExemption { get; init; }

        public DateTimeOffset? EnteredAt { get; init; }

        public string? Permit { get; init; }

        public DateTimeOffset? ReleasedAt { get; init; }

        public DateOnly? UseRestrictedUntil { get; init; }

        public string? HoldReason { get; init; }

        public DateTimeOffset? HeldAt { get; init; }
    }

    public sealed record CountView
    {
        public required int Session { get; init; }

        public required string OpenedBy { get; init; }

        public required DateTimeOffset OpenedAt { get; init; }

        public DocumentNumber? Note { get; init; }

        public required bool Final { get; init; }

        /// <summary>Cartons whose last count is in this session.</summary>
        public required int Cartons { get; init; }
    }

    public sealed record DeliveryView
    {
        public required string Hub { get; init; }

        public required DateTimeOffset At { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    public sealed record StateTotal
    {
        public required string State { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    public sealed record OverageView
    {
        public required string Carton { get; init; }

        public required int Session { get; init; }

        public required string Reason { get; init; }
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments/{airWaybill}", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static View? Answer(Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        var key = new { airWaybill };
        var view = query.Find<View>($"select air_waybill, cartons, pieces, booked_at, {ListConsignments.State} as state from consignment where air_waybill = @airWaybill", key);
        if (view is null)
            return null;
        return view with
        {
            Donations = query.Rows<DonationNumber>("select donation from consignment_donation where air_waybill = @airWaybill order by donation", key),
            Flights = FlightView.Load(query, [airWaybill]),
            Milestones = query.Rows<MilestoneView>(
                "select number, flight, code, place, at, note, withdrawn from milestone where air_waybill = @airWaybill order by number", key),
            Customs = query.Find<CustomsView>(
                """
                select customs_entry as entry, duty_exemption, entered_at, permit, released_at, use_restricted_until, hold_reason, held_at
                from consignment where air_waybill = @airWaybill
                """,
                key),
            Counts = query.Rows<CountView>(
                """
                select session, opened_by, opened_at, note, final,
                       (select count(*) from count_entry
                        where count_entry.air_waybill = count_session.air_waybill and count_entry.session = count_session.session) as cartons
                from count_session where air_waybill = @airWaybill
                order by session
                """,
                key),
            Deliveries = query.Rows<DeliveryView>("select hub, at, cartons, pieces from delivery where air_waybill = @airWaybill order by number", key),
            Totals = query.Rows<StateTotal>(
                """
                select state, count(*) as cartons, sum(pieces) as pieces
                from carton where air_waybill = @airWaybill
                group by state order by state
                """,
                key),
            Overages = query.Rows<OverageView>(
                "select carton, session, reason from overage where air_waybill = @airWaybill order by session, carton", key),
        };
    }
}
