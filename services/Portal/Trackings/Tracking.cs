using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Timelines;

namespace Logistics.Portal.Trackings;

/// <summary>
/// All that who asks may know of one donation, consignment, carton or parcel. To whom a carton goes is known by that recipient, the foundation,
/// coordinators, auditors and administrators; everybody else sees that it was sent, and that it was confirmed.
/// </summary>
/// <param name="Kind">donation, consignment, carton or parcel.</param>
/// <param name="Code">Its code as it is stored.</param>
/// <param name="Facts">What it is.</param>
/// <param name="Links">What it belongs to, or what belongs to it.</param>
/// <param name="Settled">False while something of another log is still on its way here.</param>
/// <param name="Unsettled">Accounts that are below zero for that reason; null where there are none.</param>
/// <param name="Balance">Where its pieces are.</param>
/// <param name="Timeline">What happened to it, in the order of the field.</param>
public sealed record Tracking(
    string Kind,
    string Code,
    IReadOnlyDictionary<string, object> Facts,
    IReadOnlyList<Subject> Links,
    bool Settled,
    IReadOnlyList<string>? Unsettled,
    IReadOnlyList<BalanceLine> Balance,
    IReadOnlyList<Timeline.Item> Timeline)
{
    public static Tracking Load(Query query, Subject subject) => subject.Kind switch
    {
        Subject.Donation => OfDonation(query, subject),
        Subject.Consignment => OfConsignment(query, subject),
        Subject.Parcel => OfParcel(query, subject),
        _ => OfCarton(query, subject),
    };

    static Tracking OfDonation(Query query, Subject donation)
    {
        var row = query.Find<DonationRow>("select donor, pledged_on, state from donation where number = @Code", donation);
        var consignments = query.Rows<ConsignmentOfDonation>(
            """
            select air_waybill, (select count(*) from consignment_donation other where other.air_waybill = mine.air_waybill) as donations
            from consignment_donation mine
            where donation = @Code
            order by air_waybill
            """,
            donation);
        var shared = consignments.Where(consignment => consignment.Donations > 1).Select(consignment => consignment.AirWaybill).ToHashSet(StringComparer.Ordinal);
        var timeline = consignments
            .SelectMany(consignment => Timelines.Timeline.Of(query, new Subject(Subject.Consignment, consignment.AirWaybill))
                // The pieces of a consignment are not those of a donation that shares it.
                .Select(item => shared.Contains(consignment.AirWaybill) ? item with { Pieces = null } : item))
            .Concat(Timelines.Timeline.Of(query, donation));
        var number = Contracts.Codes.Code.Parse<DonationNumber>(donation.Code);
        var balance = DonationBalance.Load(query, number).FirstOrDefault();
        return new Tracking(
            donation.Kind,
            donation.Code,
            Say(("donor", row?.Donor), ("pledgedOn", row?.PledgedOn), ("state", row?.State)),
            [.. consignments.Select(consignment => new Subject(Subject.Consignment, consignment.AirWaybill))],
            balance?.Settled ?? false,
            balance?.Unsettled,
            [.. (balance?.Lines ?? []).Select(line => new BalanceLine(number, line.Line, line.Product, null, null, line.Pledged, line.Accounts))],
            Timelines.Timeline.ByDay(Timelines.Timeline.InOrder(timeline)));
    }

    static Tracking OfConsignment(Query query, Subject consignment)
    {
        var row = query.Find<ConsignmentRow>("select cartons, pieces, delivered from consignment where air_waybill = @Code", consignment);
        var flights = query.Rows<FlightOf>(
            "select number, origin as \"from\", destination as \"to\", departs_at, arrives_at, account from flight where air_waybill = @Code", consignment);
        var donations = query.Rows<string>("select donation from consignment_donation where air_waybill = @Code order by donation", consignment);
        return Of(
            query,
            consignment,
            Say(
                ("cartons", row?.Cartons),
                ("pieces", row?.Pieces),
                ("delivered", row?.Delivered),
                ("flights", flights.OrderBy(flight => flight.DepartsAt).ThenBy(flight => flight.Number, StringComparer.Ordinal).ToList())),
            donations.Select(donation => new Subject(Subject.Donation, donation)));
    }

    static Tracking OfParcel(Query query, Subject parcel)
    {
        var row = query.Find<ParcelRow>("select recipient, carrier, dispatched_at, expected_on, cartons, pieces from parcel where number = @Code", parcel);
        var consignments = query.Rows<string>(
            """
            select distinct booking.air_waybill
            from allotment join booking on booking.carton = allotment.carton
            where allotment.parcel = @Code
            order by booking.air_waybill
            """,
            parcel);
        var donations = query.Rows<string>("select distinct donation from balance where kind = 'parcel' and code = @Code order by donation", parcel);
        return Of(
            query,
            parcel,
            Say(
                ("recipient", row?.Recipient),
                ("carrier", row?.Carrier),
                ("dispatchedAt", row?.DispatchedAt),
                ("expectedOn", row?.ExpectedOn),
                ("cartons", row?.Cartons),
                ("pieces", row?.Pieces)),
            donations.Select(donation => new Subject(Subject.Donation, donation))
                .Concat(consignments.Select(consignment => new Subject(Subject.Consignment, consignment))));
    }

    static Tracking Of(Query query, Subject subject, IReadOnlyDictionary<string, object> facts, IEnumerable<Subject> links)
    {
        var entries = BalanceLine.ByLot(query, subject);
        var unsettled = BalanceLine.Unsettled(entries);
        return new Tracking(
            subject.Kind,
            subject.Code,
            facts,
            [.. links],
            unsettled.Count == 0,
            unsettled.Count == 0 ? null : unsettled,
            BalanceLine.Lines(entries),
            Timelines.Timeline.Of(query, subject));
    }

    static Tracking OfCarton(Query query, Subject carton)
    {
        var row = query.Find<CartonRow>("select donation, sender_code, state from carton where id = @Code", carton);
        var goods = query.Rows<BalanceLine.Entry>(
            """
            select donation, line, product, lot, '' as account, sum(pieces) as pieces, 0 as negative
            from carton_goods
            where carton = @Code
            group by donation, line, product, lot
            """,
            carton);
        var booking = query.Find<BookingRow>(
            """
            select booking.air_waybill, booking.flight, booking.account, flight.account as flight_account
            from booking join flight on flight.air_waybill = booking.air_waybill and flight.number = booking.flight
            where booking.carton = @Code
            """,
            carton);
        var parcel = query.Find<string>("select parcel from allotment where carton = @Code", carton);
        var dispatched = parcel is { Length: > 0 } ? new Subject(Subject.Parcel, parcel) : null;
        var account = (parcel, booking, row) switch
        {
            (not null, _, _) => "reserved",
            (_, { Account.Length: > 0 }, _) => booking.Account,
            (_, not null, _) => booking.FlightAccount,
            (_, _, { State: "cancelled" }) => "cancelled",
            _ => "packed",
        };
        var ofParcel = dispatched is null ? [] : BalanceLine.ByLot(query, dispatched)
            .Where(entry => goods.Exists(mine => (mine.Donation, mine.Line, mine.Lot) == (entry.Donation, entry.Line, entry.Lot)))
            .ToList();
        var unsettled = BalanceLine.Unsettled(ofParcel);
        var open = dispatched is null || FindSubjects.MaySee(query, Contracts.Codes.Code.Parse<ParcelNumber>(dispatched.Code));
        var confirmed = ofParcel.Count > 0 && ofParcel.TrueForAll(entry => entry.Account != "in-delivery" || entry.Pieces == 0);
        var subjects = new[]
        {
            carton,
            booking is null ? null : new Subject(Subject.Consignment, booking.AirWaybill),
            open ? dispatched : null,
        };
        var pieces = goods.Sum(mine => mine.Pieces);
        var mine = Timelines.Timeline.Of(query, carton).Select(item => item with { Pieces = row is null ? item.Pieces : pieces });
        var flights = booking is null ? [] : Timelines.Timeline.Of(query, Subject.OfFlight(booking.AirWaybill, booking.Flight));
        var parcels = dispatched is null ? [] : Timelines.Timeline.Of(query, dispatched);
        return new Tracking(
            carton.Kind,
            carton.Code,
            Say(
                ("senderCode", row?.SenderCode is { Length: > 0 } own ? own : null),
                ("flight", booking?.Flight),
                ("pieces", row is null ? null : pieces),
                ("state", open ? null : confirmed ? "confirmed" : "sent")),
            [
                .. goods.Select(line => line.Donation.Value).Append(row?.Donation).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Select(donation => new Subject(Subject.Donation, donation)),
                .. subjects[1..].OfType<Subject>(),
            ],
            row is not null && unsettled.Count == 0,
            unsettled.Count == 0 || !open ? null : unsettled,
            !open ? [] : dispatched is null ? BalanceLine.Lines(goods.Select(line => line with { Account = account })) : BalanceLine.Lines(ofParcel, dispatched.Code),
            Timelines.Timeline.InOrder([.. mine, .. flights, .. open ? parcels : Outside(parcels, confirmed)]));
    }

    /// <summary>What anybody may know of a parcel that a carton travels in: when it was sent, and when the last of it was confirmed.</summary>
    static IEnumerable<Timeline.Item> Outside(List<Timeline.Item> parcel, bool confirmed)
    {
        var sent = parcel.Find(item => item.Type == "parcel-dispatched");
        var arrived = confirmed ? parcel.FindLast(item => item.Type == "receipt-confirmed") : null;
        return new[] { sent is null ? null : sent with { Type = "sent" }, arrived is null ? null : arrived with { Type = "confirmed" } }
            .OfType<Timeline.Item>()
            .Select(item => item with { Facts = [], Pieces = null, Document = null });
    }

    static Dictionary<string, object> Say(params (string Name, object? Value)[] facts) =>
        facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!, StringComparer.Ordinal);

    public sealed record FlightOf
    {
        public required string Number { get; init; }

        public required string From { get; init; }

        public required string To { get; init; }

        public required DateTimeOffset DepartsAt { get; init; }

        public required DateTimeOffset ArrivesAt { get; init; }

        /// <summary>Where its cartons are by its milestones: packed, in-air or at-airport.</summary>
        public required string Account { get; init; }
    }

    sealed record DonationRow
    {
        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required string State { get; init; }
    }

    sealed record ConsignmentOfDonation
    {
        public required string AirWaybill { get; init; }

        public required int Donations { get; init; }
    }

    sealed record ConsignmentRow
    {
        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required bool Delivered { get; init; }
    }

    sealed record ParcelRow
    {
        public required string Recipient { get; init; }

        public required string Carrier { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    sealed record CartonRow
    {
        public required string Donation { get; init; }

        public required string SenderCode { get; init; }

        public required string State { get; init; }
    }

    sealed record BookingRow
    {
        public required string AirWaybill { get; init; }

        public required string Flight { get; init; }

        public required string Account { get; init; }

        public required string FlightAccount { get; init; }
    }
}
