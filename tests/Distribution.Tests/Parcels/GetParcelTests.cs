using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests.Parcels;

public sealed class GetParcelTests
{
    [Fact]
    public async Task A_parcel_is_seen_with_its_lines_its_cartons_and_whether_it_is_late()
    {
        await using var hub = await Hub.WithParcels();

        var parcel = await hub.Get("/parcels/P-13-2020-0001", "13");
        Assert.Equal(("in-delivery", 240L), ((string)parcel["state"]!, (long)parcel["lines"]![0]!["pieces"]!));
        Assert.Equal("2020-05-15T09:00:00+09:00", (string)parcel["dispatchedAt"]!);
        var page = await hub.List("/parcels/P-13-2020-0001/cartons?limit=3");
        Assert.Single(await hub.List($"/parcels/P-13-2020-0001/cartons?after={(string)page[^1]!["id"]!}"));
        Assert.Empty(await hub.List("/parcels?on=2020-05-18&overdue=true"));
        (await hub.Receive("P-27-2020-0001")).Expect(201);
        Assert.Equal("P-13-2020-0001", (string)Assert.Single(await hub.List("/parcels?on=2020-05-19&overdue=true"))!["number"]!);
        Assert.Equal("P-27-2020-0001", (string)Assert.Single(await hub.List("/parcels?state=received"))!["number"]!);
        Assert.Equal("P-27-2020-0001", (string)Assert.Single(await hub.List("/parcels?recipient=27"))!["number"]!);
        Assert.Equal("day-format", (await hub.Get("/parcels?on=tomorrow")).Expect(400).Code);
    }
}
