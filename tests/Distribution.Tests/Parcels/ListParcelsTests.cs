namespace Logistics.Distribution.Tests.Parcels;

/// <summary>Lists as pages ask for them.</summary>
public sealed class ListParcelsTests
{
    [Fact]
    public async Task Unknown_values_of_filters_are_refused_in_every_list()
    {
        await using var hub = await Hub.WithReceipt();
        (await hub.HandOver("13", 100)).Expect(201);
        foreach (var (path, code, field) in new[]
        {
            ("/parcels?state=lost", "filter-unknown", "state"),
            ("/parcels?overdue=perhaps", "switch-format", "overdue"),
            ("/parcels?overdue=true", "filter-needs", "overdue"),
            ("/parcels?on=2020-5-1", "day-format", "on"),
            ("/parcels?limit=5000", "filter-number", "limit"),
            ("/parcels?recipient=*", "recipient-code-format", null),
            ("/receipts?state=open", "filter-unknown", "state"),
            ("/discrepancies?state=closed", "filter-unknown", "state"),
            ("/discrepancies?kind=lost", "filter-unknown", "kind"),
            ("/handovers?state=open", "filter-unknown", "state"),
            ("/plans?state=new", "filter-unknown", "state"),
            ("/holdings?product=*", "product-code-format", null),
            ("/stock?product=*", "product-code-format", null),
        })
        {
            var refused = (await hub.Get(path)).Expect(400);
            Assert.Equal((code, field), (refused.Code, (string?)refused["field"]));
        }

        foreach (var (path, total) in new[]
        {
            ("/parcels", 2), ("/parcels?limit=1", 2), ("/parcels?state=received", 1), ("/parcels?overdue=true&on=2020-05-19", 1), ("/parcels?recipient=27", 1),
            ("/parcels/P-13-2020-0001/cartons?limit=2", 4), ("/receipts?state=standing&recipient=13", 1), ("/receipts?state=reversed", 0),
            ("/discrepancies?kind=shortage&parcel=P-13-2020-0001", 0), ("/handovers?state=standing&institution=1310000001", 1), ("/plans?state=published&product=mask", 1),
        })
            Assert.Equal(total, (await hub.Get(path)).Expect(200).Total);
        Assert.Equal(0, (await hub.Get("/receipts", "27")).Total);
        Assert.Empty(await hub.List("/holdings?product=garment"));
    }

    [Fact]
    public async Task The_stock_says_what_a_plan_can_share_and_of_which_gifts()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(3), .. Cartons.Garments(2)]);

        var stock = (await hub.Get("/stock?product=mask")).Expect(200);

        Assert.Equal("""[{"product":"mask","size":"","freeCartons":3,"freePieces":180,"reservedCartons":0,"reservedPieces":0}]""", stock["products"]!.ToJsonString());
        var line = Assert.Single(stock["lines"]!.AsArray())!;
        Assert.Equal((1, 180L, 0L), ((int)line["line"]!, (long)line["freePieces"]!, (long)line["reservedPieces"]!));
        Assert.Equal(2, (await hub.Get("/stock"))["products"]!.AsArray().Count);
        Assert.Empty((await hub.Get("/stock?product=garment&size=S"))["entries"]!.AsArray());
    }
}
