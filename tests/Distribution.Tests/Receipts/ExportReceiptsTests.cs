namespace Logistics.Distribution.Tests.Receipts;

public sealed class ExportReceiptsTests
{
    [Fact]
    public async Task Receipts_are_exported_to_the_association_that_confirmed_them()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 200, missing = 10, reason = "=short" } } })).Expect(201);

        Assert.Equal("R-2020-0001,P-13-2020-0001,13,東京都,2020-05-17 10:30 +09:00,受領者,有効,1,D-2020-0001,マスク,,A,200,0,10,0,\"'=short\",,", (await hub.Export("/receipts.csv", "13"))[1]);
        Assert.Single(await hub.Export("/receipts.csv", "27"));
    }
}
