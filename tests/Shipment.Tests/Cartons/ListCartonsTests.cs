using Logistics.Testing;

namespace Logistics.Shipment.Tests.Cartons;

/// <summary>Cartons, consignments and discrepancies as pages ask for them.</summary>
public sealed class ListCartonsTests
{
    [Fact]
    public async Task Cartons_are_found_by_state_count_line_lot_and_code()
    {
        await using var world = await World.Arrived(5, 2);
        await world.Count("good", "C0001", "C0003");
        await world.Count("damaged", "C0004", "C0004", "wet");
        await world.Confirm(final: false);

        async Task<string> Found(string filter)
        {
            var reply = (await world.Get("/cartons" + filter)).Expect(200);
            Assert.Equal(reply.Json!.AsArray().Count, reply.Total);
            return string.Join(' ', reply.Json!.AsArray().Select(carton => ((string)carton!["id"]!)[12..]));
        }

        Assert.Equal("C0004", await Found("?state=damaged"));
        Assert.Equal("C0005 G0001 G0002", await Found("?state=booked"));
        Assert.Equal("C0005 G0001 G0002", await Found("?condition=none"));
        Assert.Equal("C0001 C0002 C0003", await Found("?condition=good&product=mask&lot=A&flight=ca%20929"));
        Assert.Equal("G0001 G0002", await Found("?donation=D-2020-0001&line=2"));
        Assert.Equal("", await Found("?donation=D-2020-0002"));
        Assert.Equal("C0002 G0002", await Found("?code=0002"));
        Assert.Equal("mask", (string?)(await world.Get("/cartons")).Json![0]!["goods"]![0]!["product"]);
        Assert.Equal((7, 2), ((await world.Get("/cartons?limit=2")).Total, (await world.Get("/cartons?limit=2")).Json!.AsArray().Count));
        foreach (var (filter, field) in new[] { ("?state=announced", "state"), ("?condition=over", "condition"), ("?line=x", "line"), ("?limit=0", "limit") })
            Assert.Equal(field, (string?)(await world.Get("/cartons" + filter)).Expect(400)["field"]);
    }

    [Fact]
    public async Task An_export_has_every_carton_with_what_was_counted_of_it()
    {
        await using var world = await World.Arrived(1_100, 2);
        await world.Count("damaged", "C0001", "C0001", "+wet");
        using var request = new HttpRequestMessage(HttpMethod.Get, World.Path + "/cartons.csv");
        request.Headers.Authorization = new("Bearer", world.Host.Token(Hosting.Access.Role.Coordinator));
        request.Headers.AcceptLanguage.ParseAdd("ja");
        using var response = await world.Host.Send(request);
        var lines = (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 1_102, lines.Length);
        Assert.Equal(",C0001,CA929,D-2020-0001,1,マスク,,A,,60,積載予定,破損,\"'+wet\"", lines[1]);
        (await world.Get("/cartons.csv?state=lost")).Expect(400);
        (await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/consignments/020-12345675/cartons.csv")).Expect(404);
    }

    [Fact]
    public async Task A_consignment_says_how_far_it_is()
    {
        await using var world = await World.Booked(3);
        async Task<string> Now()
        {
            var row = Assert.Single((await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/consignments")).Expect(200).Json!.AsArray())!;
            Assert.Equal((string?)row["state"], (string?)(await world.Get()).Expect(200)["state"]);
            return $"{(string?)row["state"]}, customs {(string?)row["customs"]}, {(int?)row["countedCartons"]} counted";
        }

        Assert.Equal("booked, customs none, 0 counted", await Now());
        await world.Milestone("dep", "2020-05-11T23:40:00+08:00");
        Assert.Equal("in-air, customs none, 0 counted", await Now());
        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        (await world.Post("/counts", new { })).Expect(201);
        await world.Count("good", "C0001", "C0002");
        (await world.Post("/customs/entry", new { entry = "E-1", at = "2020-05-12T09:00:00+09:00" })).Expect(200);
        Assert.Equal("at-airport, customs entered, 2 counted", await Now());
        await world.Confirm(final: true);
        await world.Clear();
        Assert.Equal("at-airport, customs released, 3 counted", await Now());
        (await world.Post("/delivery", new { hub = "Tokyo", at = "2020-05-13T14:00:00+09:00" })).Expect(201);
        Assert.Equal("delivered, customs released, 3 counted", await Now());

        async Task<HttpReply> List(string filter) => await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment" + filter);
        Assert.Equal((0, 1, 0), ((await List("/consignments?open=true")).Total, (await List("/consignments?state=delivered")).Total, (await List("/consignments?state=in-air")).Total));
        Assert.Equal("filter-unknown", (await List("/consignments?state=late")).Expect(400).Code);
        Assert.Equal("switch-format", (await List("/consignments?open=maybe")).Expect(400).Code);
        Assert.Equal((1, 0), ((await List("/discrepancies?state=open&kind=shortage")).Total, (await List("/discrepancies?airWaybill=020-12345675")).Total));
        Assert.Equal("filter-unknown", (await List("/discrepancies?state=closed")).Expect(400).Code);
        Assert.Equal("filter-unknown", (await List("/discrepancies?kind=lost")).Expect(400).Code);
        (await world.Post("/loss", new { cartons = new[] { "D-2020-0001/C0003" }, reason = "not found" })).Expect(200);
        Assert.Equal("settled", (string?)(await List("/discrepancies")).Json![0]!["state"]);
    }
}
