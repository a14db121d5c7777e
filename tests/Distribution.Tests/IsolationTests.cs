using Logistics.Contracts.Syntax;

namespace Logistics.Distribution.Tests;

/// <summary>An association sees and touches nothing of another, and cannot tell «not yours» from «not there».</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Nothing_of_another_association_is_seen_or_touched()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 200, missing = 10, reason = "Short" } } })).Expect(201);
        (await hub.HandOver("13", 100)).Expect(201);

        string[] lists = ["/parcels", "/receipts", "/receipts?parcel=P-13-2020-0001", "/discrepancies", "/holdings", "/handovers"];
        foreach (var list in lists)
        {
            Assert.DoesNotContain("13", (await hub.List(list, "27")).Select(row => (string)row!["recipient"]!));
            Assert.Contains("13", (await hub.List(list, "13")).Select(row => (string)row!["recipient"]!));
            Assert.Contains("13", (await hub.List(list)).Select(row => (string)row!["recipient"]!));
        }

        foreach (var list in new[] { "/parcels?recipient=13", "/holdings?recipient=13", "/handovers?recipient=13" })
            Assert.Empty(await hub.List(list, "27"));
        Assert.Equal("27", (string)Assert.Single((await hub.Get("/recipients", "27"))["recipients"]!.AsArray())!["code"]!);
        Assert.Empty((await hub.Get("/institutions-reached", "27"))["recipients"]!.AsArray());

        foreach (var (theirs, nobodys) in new[]
        {
            ("/parcels/P-13-2020-0001", "/parcels/P-13-2020-0999"),
            ("/parcels/P-13-2020-0001/cartons", "/parcels/P-13-2020-0999/cartons"),
            ("/stock", "/stock"),
            ("/plans", "/plans"),
            ("/plans/A-2020-0001", "/plans/A-2020-0999"),
        })
            Assert.Equal((await hub.Get(nobodys, "27")).Expect(404).Text, (await hub.Get(theirs, "27")).Expect(404).Text);

        foreach (var (theirs, nobodys, body) in new (string, string, object)[]
        {
            ("/parcels/P-13-2020-0001/receipts", "/parcels/P-13-2020-0999/receipts", new { receivedAt = Hub.Received, allGood = true }),
            ("/receipts/R-2020-0001/reversal", "/receipts/R-2020-0999/reversal", new { reason = "x" }),
            ("/handovers/H-2020-0001/reversal", "/handovers/H-2020-0999/reversal", new { reason = "x" }),
        })
            Assert.Equal((await hub.Post(nobodys, body, "27")).Expect(404).Text, (await hub.Post(theirs, body, "27")).Expect(404).Text);

        var theft = new { recipient = "13", institution = new { code = "2710000001", name = "Clinic", member = false }, at = Hub.Received, goods = new[] { new { product = "mask", pieces = 1 } } };
        Assert.Equal("not-found", (await hub.Post("/handovers", theft, "27")).Expect(404).Code);
    }
}
