using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;
using Logistics.Tracking.Subjects;
using Logistics.Tracking.Timelines;

namespace Logistics.Tracking.Lookups;

/// <summary>
/// Loads everything that the caller may know of a donation, consignment, carton or parcel. The recipient of a carton is shown to that recipient, the
/// foundation,
/// coordinators, auditors and administrators; others see only that it was sent and confirmed.
/// </summary>
public static class Track
{
    public static TrackCodeAnswer Load(Query query, Subject subject) => subject.Kind switch
    {
        Subject.Donation => OfDonation(query, subject),
        Subject.Consignment => OfConsignment(query, subject),
        Subject.Parcel => OfParcel(query, subject),
        _ => OfCarton(query, subject),
    };

    static TrackCodeAnswer OfDonation(Query query, Subject donation)
    {
        var row = query.Find<DonationRow>(
            "select donor, pledged_on, state from donation where generation = (select shown from generation) and number = @Code", new { donation.Code });
        var consignments = query.Rows<ConsignmentOfDonation>(
            """
            select air_waybill, (
                select count(*) from consignment_donation other
                where other.generation = mine.generation and other.air_waybill = mine.air_waybill) as donations
            from consignment_donation mine
            where generation = (select shown from generation) and donation = @Code
            order by air_waybill
            """,
            new { donation.Code });
        var shared = consignments.Where(consignment => consignment.Donations > 1).Select(consignment => consignment.AirWaybill).ToHashSet(StringComparer.Ordinal);
        var timeline = consignments
            .SelectMany(consignment => Timeline.Of(query, new Subject(Subject.Consignment, consignment.AirWaybill))
                // The pieces of a consignment are not those of a donation that shares it.
                .Select(item => shared.Contains(consignment.AirWaybill) ? item with { Pieces = null } : item))
            .Concat(Timeline.Of(query, donation));
        var number = Code.Parse<DonationNumber>(donation.Code);
        var balance = LoadBalances.Of(query, number).FirstOrDefault();
        return Found(
            donation,
            new TrackedFacts { Donor = row?.Donor, PledgedOn = row?.PledgedOn, State = row?.State },
            consignments.Select(consignment => new Subject(Subject.Consignment, consignment.AirWaybill)),
            balance?.Settled ?? false,
            balance?.Unsettled,
            [.. (balance?.Lines ?? []).Select(line => new GoodsBalance(number, line.Line, line.Product, null, null, line.Pledged, line.Accounts))],
            Timeline.ByDay(Timeline.InOrder(timeline)));
    }

    static TrackCodeAnswer OfConsignment(Query query, Subject consignment)
    {
        var row = query.Find<ConsignmentRow>(
            "select cartons, pieces, delivered from consignment where generation = (select shown from generation) and air_waybill = @Code", new { consignment.Code });
        var flights = query.Rows<TrackedFlight>(
            """
            select number, origin as "from", destination as "to", departs_at, arrives_at, account
            from flight
            where generation = (select shown from generation) and air_waybill = @Code
            """,
            new { consignment.Code });
        var donations = query.Rows<string>(
            "select donation from consignment_donation where generation = (select shown from generation) and air_waybill = @Code order by donation", new { consignment.Code });
        return Of(
            query,
            consignment,
            new TrackedFacts
            {
                Cartons = row?.Cartons,
                Pieces = row?.Pieces,
                Delivered = row?.Delivered,
                Flights = [.. flights.OrderBy(flight => flight.DepartsAt).ThenBy(flight => flight.Number, StringComparer.Ordinal)],
            },
            donations.Select(donation => new Subject(Subject.Donation, donation)));
    }

    static TrackCodeAnswer OfParcel(Query query, Subject parcel)
    {
        var row = query.Find<ParcelRow>(
            """
            select recipient, carrier, dispatched_at, expected_on, cartons, pieces
            from parcel
            where generation = (select shown from generation) and number = @Code
            """,
            new { parcel.Code });
        var consignments = query.Rows<string>(
            """
            select distinct booking.air_waybill
            from allotment join booking on booking.generation = allotment.generation and booking.carton = allotment.carton
            where allotment.generation = (select shown from generation) and allotment.parcel = @Code
            order by booking.air_waybill
            """,
            new { parcel.Code });
        var donations = query.Rows<string>(
            "select distinct donation from balance where generation = (select shown from generation) and kind = 'parcel' and code = @Code order by donation",
            new { parcel.Code });
        return Of(
            query,
            parcel,
            new TrackedFacts
            {
                Recipient = row?.Recipient,
                Carrier = row?.Carrier,
                DispatchedAt = row?.DispatchedAt,
                ExpectedOn = row?.ExpectedOn,
                Cartons = row?.Cartons,
                Pieces = row?.Pieces,
            },
            donations.Select(donation => new Subject(Subject.Donation, donation))
                .Concat(consignments.Select(consignment => new Subject(Subject.Consignment, consignment))));
    }

    static TrackCodeAnswer Of(Query query, Subject subject, TrackedFacts facts, IEnumerable<Subject> links)
    {
        var entries = BalanceEntry.ByLot(query, subject);
        var unsettled = BalanceEntry.Unsettled(entries);
        return Found(subject, facts, links, unsettled is null, unsettled, BalanceEntry.Lines(entries), Timeline.Of(query, subject));
    }

    static TrackCodeAnswer Found(
        Subject subject,
        TrackedFacts facts,
        IEnumerable<Subject> links,
        bool settled,
        IReadOnlyList<string>? unsettled,
        IReadOnlyList<GoodsBalance> balance,
        IReadOnlyList<TimelineItem> timeline) =>
        new(subject.Link.Kind, subject.Code, null, facts, [.. links.Select(link => link.Link)], settled, unsettled, balance, timeline);

    static TrackCodeAnswer OfCarton(Query query, Subject carton)
    {
        var row = query.Find<CartonRow>(
            "select donation, sender_code, state from carton where generation = (select shown from generation) and id = @Code", new { carton.Code });
        var goods = query.Rows<BalanceEntry>(
            """
            select donation, line, product, lot, '' as account, sum(pieces) as pieces, 0 as negative
            from carton_goods
            where generation = (select shown from generation) and carton = @Code
            group by donation, line, product, lot
            """,
            new { carton.Code });
        var booking = query.Find<BookingRow>(
            """
            select booking.air_waybill, booking.flight, booking.account, flight.account as flight_account
            from booking
                join flight on flight.generation = booking.generation and flight.air_waybill = booking.air_waybill and flight.number = booking.flight
            where booking.generation = (select shown from generation) and booking.carton = @Code
            """,
            new { carton.Code });
        var parcel = query.Find<string>("select parcel from allotment where generation = (select shown from generation) and carton = @Code", new { carton.Code });
        var dispatched = parcel is { Length: > 0 } ? new Subject(Subject.Parcel, parcel) : null;
        var account = (parcel, booking, row) switch
        {
            (not null, _, _) => "reserved",
            (_, { Account.Length: > 0 }, _) => booking.Account,
            (_, not null, _) => booking.FlightAccount,
            (_, _, { State: "cancelled" }) => "cancelled",
            _ => "packed",
        };
        var ofParcel = dispatched is null ? [] : BalanceEntry.ByLot(query, dispatched)
            .Where(entry => goods.Exists(mine => (mine.Donation, mine.Line, mine.Lot) == (entry.Donation, entry.Line, entry.Lot)))
            .ToList();
        var unsettled = BalanceEntry.Unsettled(ofParcel);
        var open = dispatched is null || FindSubjects.MaySee(query, Code.Parse<ParcelNumber>(dispatched.Code));
        var confirmed = ofParcel.Count > 0 && ofParcel.TrueForAll(entry => entry.Account != "in-delivery" || entry.Pieces == 0);
        var subjects = new[]
        {
            carton,
            booking is null ? null : new Subject(Subject.Consignment, booking.AirWaybill),
            open ? dispatched : null,
        };
        var pieces = goods.Sum(mine => mine.Pieces);
        var mine = Timeline.Of(query, carton).Select(item => item with { Pieces = row is null ? item.Pieces : pieces });
        var flights = booking is null ? [] : Timeline.Of(query, Subject.OfFlight(booking.AirWaybill, booking.Flight));
        var parcels = dispatched is null ? [] : Timeline.Of(query, dispatched);
        return Found(
            carton,
            new TrackedFacts
            {
                SenderCode = row?.SenderCode is { Length: > 0 } own ? own : null,
                Flight = booking?.Flight,
                Pieces = row is null ? null : pieces,
                State = open ? null : confirmed ? TrackedState.Confirmed : TrackedState.Sent,
            },
            [
                .. goods.Select(line => line.Donation.Value).Append(row?.Donation).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Select(donation => new Subject(Subject.Donation, donation)),
                .. subjects[1..].OfType<Subject>(),
            ],
            row is not null && unsettled is null,
            open ? unsettled : null,
            !open ? [] : dispatched is null ? BalanceEntry.Lines(goods.Select(line => line with { Account = account })) : BalanceEntry.Lines(ofParcel, dispatched.Code),
            Timeline.InOrder([.. mine, .. flights, .. open ? parcels : Outside(parcels, confirmed)]));
    }

    /// <summary>Returns what the public may know of a carton's parcel: when it was sent, and when the last part was confirmed.</summary>
    static IEnumerable<TimelineItem> Outside(List<TimelineItem> parcel, bool confirmed)
    {
        var sent = parcel.Find(item => item.Type == "parcel-dispatched");
        var arrived = confirmed ? parcel.FindLast(item => item.Type == "receipt-confirmed") : null;
        return new[] { sent is null ? null : sent with { Type = "sent" }, arrived is null ? null : arrived with { Type = "confirmed" } }
            .OfType<TimelineItem>()
            .Select(item => item with { Facts = [], Pieces = null, Document = null });
    }

    sealed record DonationRow
    {
        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required TrackedState State { get; init; }
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
