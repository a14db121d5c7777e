namespace Logistics.Distribution.Tests.Plans;

public sealed class GetPlanTests
{
    [Fact]
    public async Task A_plan_that_does_not_exist_is_not_found()
    {
        await using var hub = await Hub.With();

        foreach (var path in new[] { "approval", "publication", "discard" })
            Assert.Equal("not-found", (await hub.Post($"/plans/A-2020-0009/{path}", path == "discard" ? new { reason = "x" } : new { })).Expect(404).Code);
        (await hub.Get("/plans/A-2020-0009")).Expect(404);
    }
}
