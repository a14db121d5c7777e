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
}
