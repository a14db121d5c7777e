namespace Logistics.Distribution.Tests.HandOvers;

public sealed class ExportHandOversTests
{
    [Fact]
    public async Task Hand_overs_are_exported_to_the_association_that_made_them()
    {
        await using var hub = await Hub.WithReceipt();
        (await hub.HandOver("13", 100)).Expect(201);

        Assert.Equal("H-2020-0001,13,東京都,1310000001,City hospital,会員,2020-05-18 10:30 +09:00,D-2020-0001,マスク,,A,2022-04-30,100,有効,,", (await hub.Export("/handovers.csv?state=standing", "13"))[1]);
        Assert.Single(await hub.Export("/handovers.csv", "27"));
    }
}
