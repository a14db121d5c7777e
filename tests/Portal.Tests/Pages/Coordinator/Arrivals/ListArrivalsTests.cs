using System.Net;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Arrivals;

public sealed class ListArrivalsTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task The_board_shows_what_was_expected_and_what_came_at_the_places_own_time()
    {
        var late = await services.Booked(1);
        var arrived = await services.Booked(2);
        (await services.Host.Post(Role.Coordinator, $"/shipment/consignments/{arrived}/milestones", new { code = "arr", place = "NRT", at = "2020-05-12T03:00+09:00" })).Expect(201);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var board = (await coordinator.Get("/coordinator")).Expect(200);

        Assert.InRange(board.Text.IndexOf(late, StringComparison.Ordinal), 0, board.Text.IndexOf(arrived, StringComparison.Ordinal));
        Assert.Contains("<time datetime=\"2020-05-12T02:35:00+09:00\">12 May 2020 02:35 <small>UTC+09:00</small></time>", WebUtility.HtmlDecode(board.Text), StringComparison.Ordinal);
        Assert.Contains("+25 min late", board.Words, StringComparison.Ordinal);
        Assert.Contains("120 pcs 2 cartons", board.Words, StringComparison.Ordinal);
        Assert.Contains("data-live=\"shipment\"", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consignment_is_booked_over_two_flights_without_script()
    {
        var donation = await services.Released(5);
        var airWaybill = Shipped.AirWaybill();
        using var coordinator = await services.SignIn(Role.Coordinator);
        const string New = "/coordinator/consignments/new";
        (string, string)[] first =
        [
            ("airWaybill", airWaybill), ("donations", donation),
            ("Flights[0].Number", "CA 929"), ("Flights[0].From", "pvg"), ("Flights[0].To", "nrt"),
            ("Flights[0].Departs", "2020-05-11T23:40"), ("Flights[0].DepartsOffset", "+08:00"), ("Flights[0].Arrives", "2020-05-12T02:35"), ("Flights[0].ArrivesOffset", "+09:00"),
            ("Flights[0].Lines", $"{donation}/1"), ("Flights[0].Count", "２"),
        ];
        (string, string)[] second =
        [
            ("Flights[1].Number", "CA931"), ("Flights[1].From", "PVG"), ("Flights[1].To", "NRT"),
            ("Flights[1].Departs", "2020-05-12T09:00"), ("Flights[1].DepartsOffset", "+08:00"), ("Flights[1].Arrives", "2020-05-12T13:00"), ("Flights[1].ArrivesOffset", "+09:00"),
        ];

        var more = (await coordinator.Send(New, "", [.. first, ("act", "more")])).Expect(200);
        Assert.Contains("name=\"Flights[1].Number\"", more.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"CA 929\"", more.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{donation}/1\" checked", more.Text, StringComparison.Ordinal);

        var backwards = (await coordinator.Send(New, "", [.. first, .. second[..5], ("Flights[1].Arrives", "2020-05-11T13:00"), ("Flights[1].ArrivesOffset", "+09:00"), ("act", "book")])).Expect(422);
        Assert.Contains("role=\"alert\"", backwards.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{airWaybill}\"", backwards.Text, StringComparison.Ordinal);

        var booked = (await coordinator.Send(New, "", [.. first, .. second, ("act", "book")])).Expect(302);
        Assert.Equal("/coordinator/consignments/" + airWaybill, booked.Location);
        var words = (await coordinator.Get(booked.Location!)).Words;
        Assert.Contains("Booked: 300 pcs (5 cartons).", words, StringComparison.Ordinal);
        Assert.Contains("120 pcs 2 cartons CA931", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cartons_are_filtered_and_cut_into_pages_by_the_service_and_exported_whole()
    {
        var airWaybill = await services.Arrived(130);
        var page = $"/coordinator/consignments/{airWaybill}/cartons";
        (await services.Host.Post(Role.Coordinator, $"/shipment/consignments/{airWaybill}/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { "C00007" } })).Expect(200);
        (await services.Host.PostAs("second", Role.Coordinator, $"/shipment/consignments/{airWaybill}/counts/1/confirmation", new { final = false })).Expect(201);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var first = await coordinator.Get(page + "?state=booked");
        Assert.Contains("129 cartons", first.Words, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(first.Text.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
        var second = await coordinator.Get(next);
        Assert.Contains("C00130", second.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second.Text, StringComparison.Ordinal);
        Assert.Contains("C00007", (await coordinator.Get(page + "?state=damaged")).Words, StringComparison.Ordinal);
        Assert.Contains("C00042", (await coordinator.Get(page + "?code=42")).Words, StringComparison.Ordinal);

        var export = (await coordinator.Get(page + "?handler=Export")).Expect(200);
        Assert.Equal(131, export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(130, (await coordinator.Get(page + "?handler=Export&state=booked")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
