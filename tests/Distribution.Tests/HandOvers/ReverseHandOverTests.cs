using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.HandOvers;

namespace Logistics.Distribution.Tests.HandOvers;

public sealed class ReverseHandOverTests
{
    [Fact]
    public void A_hand_over_is_reversed_once_with_a_reason()
    {
        var handOver = new HandOver(
            DocumentNumber.From("H", 2020, 1), Code.Parse<RecipientCode>("13"), Code.Parse<InstitutionCode>("1310000001"), false, [Cartons.Goods(Cartons.Mask, 1, 100, "LATE", "2024-01")]);

        var reversed = ReverseHandOver.Decide(handOver, new("Wrong hospital")).Event!;
        Assert.Equal(("institution:1310000001", "association:13"), (reversed.Movements[0].From!.Value.Value, reversed.Movements[0].To!.Value.Value));
        Assert.Equal("handover-already-reversed", ReverseHandOver.Decide(handOver with { Reversed = true }, new("Again")).Refusal?.Code);
        Assert.Equal("reason-required", ReverseHandOver.Decide(handOver, new("")).Refusal?.Code);
    }

    [Fact]
    public async Task Goods_of_a_reversed_hand_over_are_handed_over_again()
    {
        await using var hub = await Hub.WithReceipt();
        (await hub.HandOver("13", 240)).Expect(201);
        (await hub.HandOver("13", 240)).Expect(409);
        var reversal = "/handovers/H-2020-0001/reversal";

        Assert.Equal("not-found", (await hub.Post(reversal, new { reason = "Wrong hospital" }, "27")).Expect(404).Code);
        (await hub.Post(reversal, new { reason = "Wrong hospital" }, "13")).Expect(200);

        Assert.Equal("handover-already-reversed", (await hub.Post(reversal, new { reason = "Again" }, "13")).Expect(409).Code);
        (await hub.HandOver("13", 240)).Expect(201);
    }
}
