using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests.HandOvers;

public sealed class GetInstitutionsReachedTests
{
    [Fact]
    public async Task Institutions_are_counted_once_each_members_and_others_while_a_hand_over_stands()
    {
        await using var hub = await Hub.WithReceipt();
        (await hub.HandOver("13", 50)).Expect(201);
        (await hub.HandOver("13", 50)).Expect(201);
        (await hub.HandOver("13", 50, "1320000002", member: false)).Expect(201);
        (await hub.HandOver("13", 50, "1320000003", member: false)).Expect(201);
        (await hub.Post("/handovers/H-2020-0004/reversal", new { reason = "Wrong clinic" }, "13")).Expect(200);

        var reached = await hub.Get("/institutions-reached");

        Assert.Equal((1L, 1L), ((long)reached["members"]!, (long)reached["others"]!));
        Assert.Equal(90, (long)Assert.Single(await hub.List("/holdings", "13"))!["pieces"]!);
        Assert.Equal(4, (await hub.List("/handovers", "13")).Count);
        Assert.Equal("handover-beyond-stock", (await hub.HandOver("13", 91)).Expect(409).Code);
        Assert.Equal("handover-already-reversed", (await hub.Post("/handovers/H-2020-0004/reversal", new { reason = "Again" }, "13")).Expect(409).Code);
    }
}
