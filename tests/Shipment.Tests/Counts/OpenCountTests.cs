using Logistics.Contracts.Codes;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class OpenCountTests
{
    [Fact]
    public void No_count_is_opened_after_the_final_one()
    {
        var final = Some.Consignment() with { FinalNote = DocumentNumber.From("GRN", 2020, 1) };

        Assert.Equal("count-final", OpenCount.Decide(final, 2).Refusal?.Code);
        Assert.False(OpenCount.Decide(Some.Consignment(), 2).IsRefused);
    }

    [Fact]
    public async Task A_session_is_numbered_after_the_one_before_and_shown()
    {
        await using var world = await World.Arrived(2);
        await world.Count("good", "C0001", "C0001");
        await world.Confirm(final: false);

        var opened = (await world.Post("/counts", new { })).Expect(201);

        Assert.Equal(2, (int?)opened["session"]);
        Assert.Equal(404, (await world.Get("/counts/3")).Status);
        (await world.Get("/counts/2")).Expect(200);
    }
}
