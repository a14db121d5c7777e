namespace Logistics.Distribution.Tests.Parcels;

public sealed class ExportParcelsTests
{
    [Fact]
    public async Task Parcels_are_exported_with_what_was_found_and_an_association_gets_its_own()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 200, missing = 10, reason = "=short" } } })).Expect(201);

        Assert.Equal(
            [
                "発送番号,受領者コード,受領者,状態,運送会社,送り状番号,発送日時,到着予定日,行,寄贈番号,品目,サイズ,ロット,使用期限,箱数,発送数,良品,破損,不足,不適,未確認",
                "P-13-2020-0001,13,東京都,一部受領,Yamato,,2020-05-15 09:00 +09:00,2020-05-18,1,D-2020-0001,マスク,,A,2022-04-30,4,240,200,0,10,0,30",
                "P-27-2020-0001,27,大阪府,配送中,Yamato,,2020-05-15 09:00 +09:00,2020-05-18,1,D-2020-0001,マスク,,A,2022-04-30,2,120,0,0,0,0,120",
            ],
            await hub.Export("/parcels.csv"));
        Assert.Equal(2, (await hub.Export("/parcels.csv", "27")).Length);
        Assert.Single(await hub.Export("/parcels.csv?recipient=13", "27"));
        (await hub.Get("/parcels.csv?state=lost")).Expect(400);
    }

    [Fact]
    public async Task More_than_a_hundred_rows_are_all_there()
    {
        await using var hub = await Hub.With(Cartons.Masks(300));
        await hub.Publish(Cartons.Mask, [("13", 1), .. Enumerable.Range(1, 47).Where(code => code != 13).Select(code => ($"{code:00}", 1L))]);
        foreach (var day in Enumerable.Range(0, 3))
            await Hold(hub, day);

        Assert.Equal(1 + 47 * 3, (await hub.Export("/parcels.csv")).Length);
    }

    /// <summary>A parcel for everybody, and a plan for the next.</summary>
    static async Task Hold(Hub hub, int day)
    {
        (await hub.Dispatch(Hub.Dispatched.AddDays(day))).Expect(201);
        if (day == 2)
            return;
        await hub.Deliver([.. Cartons.Masks(47, first: 10_001 + 100 * day)]);
        await hub.Publish(Cartons.Mask, [("13", 1), .. Enumerable.Range(1, 47).Where(code => code != 13).Select(code => ($"{code:00}", 1L))]);
    }
}
