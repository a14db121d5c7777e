namespace Logistics.Shipment.Tests.Counts;

public sealed class GetCountTests
{
    [Fact]
    public async Task A_count_shows_its_totals_what_is_uncounted_and_its_entries_newest_first()
    {
        await using var world = await World.Arrived(10, 2);
        await world.Count("good", "C0001", "C0008");
        await world.Count("damaged", "C0009", "C0009", "wet");

        var count = (await world.Get("/counts/1")).Expect(200);

        Assert.Equal((3, 160L), ((int)count["uncountedCartons"]!, (long)count["uncountedPieces"]!));
        Assert.Equal([("good", 8), ("damaged", 1)], count["totals"]!.AsArray().Select(total => ((string)total!["condition"]!, (int)total["cartons"]!)));
        Assert.Equal([(8, 1, 1), (0, 0, 2)], count["lines"]!.AsArray().Select(line => ((int)line!["good"]!, (int)line["damaged"]!, (int)line["uncounted"]!)));
        Assert.Equal([2, 1], count["entries"]!.AsArray().Select(entry => (int)entry!["entry"]!));
        Assert.Equal([1], (await world.Get("/counts/1?before=2"))["entries"]!.AsArray().Select(entry => (int)entry!["entry"]!));
    }

    [Fact]
    public async Task A_session_that_was_not_opened_is_not_found()
    {
        await using var world = await World.Arrived(1);

        Assert.Equal("not-found", (await world.Get("/counts/2")).Expect(404).Code);
    }
}
