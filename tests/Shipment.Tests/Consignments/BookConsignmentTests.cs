using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Shipment.Consignments;

using static Logistics.Shipment.Consignments.BookConsignment;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class BookConsignmentTests
{
    static readonly DonationNumber Other = DonationNumber.From(2020, 2);
    static readonly AirWaybill Elsewhere = Code.Parse<AirWaybill>("020-12345675");
    static readonly DateTimeOffset Departure = new(2020, 5, 11, 23, 40, 0, TimeSpan.FromHours(8));
    static readonly DateTimeOffset Arrival = new(2020, 5, 12, 2, 35, 0, TimeSpan.FromHours(9));
    static readonly FlightToBook Plain = new("CA929", "PVG", "NRT", Departure, Arrival);

    static State With(IReadOnlyList<Carton> free, IReadOnlyList<StoredCarton>? others = null, bool booked = false) => new(
        booked,
        free,
        (others ?? []).ToDictionary(stored => stored.Carton.Id),
        (others ?? []).ToLookup(stored => stored.Carton.Goods[0].Donation, stored => stored.AirWaybill!.Value));

    static BookConsignmentRequest Of(params IReadOnlyList<FlightToBook> flights) => new(Some.Awb, flights, [Some.Donation]);

    static string? CodeOf(BookConsignmentRequest request, State? state = null) => Decide(state ?? With(Some.Masks(10)), request).Refusal?.Code;

    [Fact]
    public void The_last_flight_carries_what_is_left()
    {
        var decision = Decide(With(Some.Masks(300)), Of(
            Plain with { Count = 40, Donation = Some.Donation, Line = 1 },
            Plain with { Number = "ca 931" }));

        var booked = Assert.IsType<ConsignmentBooked>(decision.Events[0]);
        Assert.Equal((300, 18_000), (booked.Cartons, booked.Pieces));
        var loads = decision.Events.Skip(1).Cast<CartonsBooked>().ToList();
        Assert.Equal([("CA929", 40), ("CA931", 250), ("CA931", 10)], loads.Select(load => (load.Flight, load.Cartons.Count)));
        Assert.Equal("C0040", loads[0].Cartons[^1].SenderCode);
    }

    [Fact]
    public void Flights_carry_lines_or_named_cartons()
    {
        var free = Some.Masks(3).Concat(Some.Cartons(Some.Donation, 2, "garment", 'G', 2, 50)).ToList();

        var decision = Decide(With(free), Of(
            Plain with { Cartons = [Some.Id("G0002"), Some.Id("G0002")] },
            Plain with { Number = "CA931", Lines = [new(Some.Donation, 1), new(Some.Donation, 2)] }));

        Assert.Equal([1, 4], decision.Events.OfType<CartonsBooked>().Select(load => load.Cartons.Count));
    }

    [Fact]
    public void An_air_waybill_is_booked_once() =>
        Assert.Equal("consignment-known", CodeOf(Of(Plain), With(Some.Masks(1), booked: true)));

    [Fact]
    public void A_consignment_has_flights_and_donations()
    {
        Assert.Equal("consignment-flights", CodeOf(Of()));
        Assert.Equal("consignment-flights", CodeOf(Of([.. Enumerable.Range(1, 21).Select(i => Plain with { Number = $"CA{i}" })])));
        Assert.Equal("consignment-donations", CodeOf(new(Some.Awb, [Plain], [])));
    }

    [Fact]
    public void Nothing_flies_that_is_not_released_or_is_booked_elsewhere()
    {
        var elsewhere = Some.Masks(1).Stored(CartonState.Booked).Select(stored => stored with { AirWaybill = Elsewhere }).ToList();

        Assert.Equal("donation-not-released", CodeOf(Of(Plain), With([])));
        var refusal = Decide(With([], elsewhere), Of(Plain)).Refusal!;
        Assert.Equal("donation-booked-elsewhere", refusal.Code);
        Assert.Equal([Elsewhere], (AirWaybill[])refusal.Facts.Single(fact => fact.Name == "airWaybills").Value!);
        var named = Decide(With(Some.Masks(3).Skip(1).ToList(), elsewhere), Of(Plain with { Cartons = [Some.Id("C0001")] })).Refusal!;
        Assert.Equal("cartons-booked-elsewhere", named.Code);
        Assert.Equal([Elsewhere], (AirWaybill[])named.Facts.Single(fact => fact.Name == "airWaybills").Value!);
        Assert.Equal("cartons-not-bookable", CodeOf(Of(Plain with { Cartons = [Some.Id("C9999")] })));
    }

    [Fact]
    public void A_carton_is_on_one_flight()
    {
        var twice = Of(Plain with { Cartons = [Some.Id("C0001")] }, Plain with { Number = "CA931", Cartons = [Some.Id("C0001")] });

        Assert.Equal("cartons-not-bookable", CodeOf(twice));
    }

    [Fact]
    public void Flights_are_written_as_flights_are()
    {
        Assert.Equal("flight-number-format", CodeOf(Of(Plain with { Number = "Beijing" })));
        Assert.Equal("flight-repeated", CodeOf(Of(Plain with { Cartons = [Some.Id("C0001")] }, Plain with { Number = "ca-929" })));
        Assert.Equal("airport-code-format", CodeOf(Of(Plain with { From = "Pudong" })));
        Assert.Equal("airport-code-format", CodeOf(Of(Plain with { To = "N1T" })));
        Assert.Equal("day-out-of-range", CodeOf(Of(Plain with { DepartsAt = default })));
    }

    [Fact]
    public void A_flight_arrives_after_it_departs_whatever_the_clocks_on_the_walls_say()
    {
        Assert.Equal("flight-times", CodeOf(Of(Plain with { DepartsAt = Arrival, ArrivesAt = Departure })));
        Assert.Null(CodeOf(Of(Plain with { DepartsAt = Arrival, ArrivesAt = new DateTimeOffset(2020, 5, 12, 2, 0, 0, TimeSpan.FromHours(8)) })));
    }

    [Fact]
    public void Every_flight_says_in_one_way_what_it_carries()
    {
        Assert.Equal("flight-load", CodeOf(Of(Plain, Plain with { Number = "CA931" })));
        Assert.Equal("flight-load", CodeOf(Of(Plain with { Count = 3 })));
        Assert.Equal("flight-load", CodeOf(Of(Plain with { Cartons = [Some.Id("C0001")], Lines = [new(Some.Donation, 1)] })));
        Assert.Equal("flight-empty", CodeOf(Of(Plain with { Cartons = [] })));
        Assert.Equal("flight-empty", CodeOf(Of(Plain with { Lines = [new(Some.Donation, 1)] }, Plain with { Number = "CA931" })));
    }

    [Fact]
    public void Lines_and_numbers_are_of_the_donations_and_available()
    {
        Assert.Equal("flight-donation", CodeOf(Of(Plain with { Lines = [new(Other, 1)] })));
        Assert.Equal("flight-line-empty", CodeOf(Of(Plain with { Lines = [new(Some.Donation, 9)] })));
        Assert.Equal("flight-too-few", CodeOf(Of(Plain with { Count = 11, Donation = Some.Donation, Line = 1 })));
        Assert.Equal("pieces-not-positive", CodeOf(Of(Plain with { Count = 0, Donation = Some.Donation, Line = 1 })));
    }

    [Fact]
    public void One_air_waybill_holds_so_many_different_lots_that_its_events_stay_small()
    {
        var lots = Some.Masks(MaxGoods + 1).Select((carton, i) => carton with { Goods = [Some.Goods(Some.Donation, 1, "mask", 60, $"L{i}")] }).ToList();

        Assert.Equal("consignment-goods", CodeOf(Of(Plain), With(lots)));
    }

    [Fact]
    public async Task Booked_cartons_cannot_be_booked_again()
    {
        await using var world = await World.WithCartons(3);

        var first = (await world.Post("", World.Booking())).Expect(201);
        var same = (await world.Post("", World.Booking())).Expect(409);
        var other = (await world.Post("", World.Booking("02012345675"))).Expect(409);

        Assert.Equal((3, 0), ((int?)first["cartons"], first["warnings"]!.AsArray().Count));
        Assert.Equal(("consignment-known", "donation-booked-elsewhere"), (same.Code, other.Code));
        Assert.Contains(World.Awb, (string?)other["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_prefix_is_a_warning_and_the_path_reads_any_spelling()
    {
        await using var world = await World.WithCartons(3);

        var booked = (await world.Post("", World.Booking("990-12345675"))).Expect(201);

        Assert.Equal("air-waybill-prefix-unknown", (string?)booked["warnings"]![0]!["code"]);
        Assert.Equal("CA929", (string?)(await world.Host.Get(Role.Auditor, "/shipment/consignments/９９０ １２３４ ５６７５")).Expect(200)["flights"]![0]!["number"]);
        (await world.Get()).Expect(404);
        (await world.Host.Get(Role.Association, "/shipment/consignments")).Expect(404);
    }
}
