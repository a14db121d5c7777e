namespace Logistics.Distribution.Tests.Plans;

public sealed class PreviewPlanTests
{
    [Fact]
    public async Task A_preview_is_what_the_draft_will_be_and_stores_nothing()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(10), .. Cartons.Masks(1, first: 50, lot: "OLD", expiry: "2020-05-01")]);
        var asked = new { product = "mask", on = "2020-05-14", rule = new { method = "webster", indicators = new[] { new { name = "physicians", share = 1 } }, reservePercent = 10 } };

        var head = hub.Log.Head;
        var preview = (await hub.Post("/plans/preview", asked)).Expect(200);
        Assert.Equal(head, hub.Log.Head);
        var drafted = (await hub.Post("/plans", asked)).Expect(201);

        Assert.Equal(drafted["draft"]!.ToJsonString(), preview["plan"]!.ToJsonString());
        Assert.Equal("OLD", (string?)preview["leftOut"]!["expired"]![0]!["lot"]);
        var tokyo = preview["plan"]!["lines"]!.AsArray().Single(line => (string?)line!["recipient"] == "13")!;
        Assert.Equal(("44136", "49653", "39935", 2L), ((string?)tokyo["weight"], (string?)tokyo["quota"]!["numerator"], (string?)tokyo["quota"]!["denominator"], (long)tokyo["cartons"]!));
        Assert.Equal("indicator-unknown", (await hub.Post("/plans/preview", new { product = "mask", on = "2020-05-14", rule = new { method = "webster", indicators = new[] { new { name = "nurses", share = 1 } } } })).Expect(422).Code);
        Assert.Equal("day-out-of-range", (await hub.Post("/plans/preview", new { product = "mask", on = "1020-05-14", asked.rule })).Expect(422).Code);
    }
}
