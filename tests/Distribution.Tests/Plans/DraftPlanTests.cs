using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using static Logistics.Distribution.Tests.Plans.GivenPlans;

namespace Logistics.Distribution.Tests.Plans;

public sealed class DraftPlanTests
{
    [Fact]
    public void Five_thousand_cartons_by_physicians_give_the_known_figures_with_their_source()
    {
        var drafted = Drafted(ByPhysicians);

        Assert.Equal(691, drafted.Lines.Single(line => line.Recipient.Value == "13").Cartons);
        Assert.Equal(28, drafted.Lines.Single(line => line.Recipient.Value == "31").Cartons);
        Assert.Equal(5_000, drafted.Lines.Sum(line => line.Cartons));
        Assert.Equal(2016, Assert.Single(drafted.Rule.Indicators).Year);
        Assert.Equal(("13309", 1), (drafted.Lines[0].Weight, drafted.Tranche));
    }

    [Fact]
    public void A_rule_names_one_to_three_known_indicators_or_none_for_fixed_amounts()
    {
        Assert.Equal("rule-indicators", Refused(new(AllocationMethod.Webster)));
        Assert.Equal("rule-indicators", Refused(new(AllocationMethod.Webster, [.. Enumerable.Repeat(new IndicatorRequest("physicians"), 4)])));
        Assert.Equal("rule-indicators", Refused(TwoToOne with { Indicators = [new IndicatorRequest("physicians")] }));
        Assert.Equal("indicator-unknown", Refused(new(AllocationMethod.Webster, [new IndicatorRequest("nurses")])));
    }

    [Fact]
    public void Nothing_to_share_and_too_much_to_write_down_are_refused()
    {
        Assert.Equal("plan-no-stock", Refused(ByPhysicians, FiveThousand with { Stock = [] }));
        Assert.Equal("plan-too-large", Refused(ByPhysicians, FiveThousand with { Stock = [.. Enumerable.Range(1, 40).Select(size => new Pack(size, 1))] }));
    }

    [Fact]
    public void Every_fault_of_a_rule_is_told_at_once()
    {
        var refusal = Draft(ByPhysicians with { ReservePercent = 101, MinimumCartons = -1 }, FiveThousand).Refusal!;

        Assert.Equal("allocation-reserve-range", refusal.Code);
        Assert.Equal(["allocation-reserve-range", "allocation-minimum-negative"], refusal.Errors.Select(error => error.Fault.Code));
        Assert.Equal("allocation-minimum-exceeds-stock", Refused(ByPhysicians with { MinimumCartons = 107 }));
        Assert.Equal("blend-coefficient-negative", Refused(ByPhysicians with { Indicators = [new("physicians", -1), new("population", 2)] }));
    }

    [Fact]
    public void A_later_tranche_never_lowers_a_line_and_evens_out_what_was_given()
    {
        var given = new Dictionary<RecipientCode, long> { [Code.Parse<RecipientCode>("13")] = 60 * 2_000 };
        var drafted = Drafted(ByPhysicians, FiveThousand with { Given = given, Tranche = 2 });

        Assert.All(drafted.Lines, line => Assert.True(line.Cartons >= 0));
        Assert.Equal(0, drafted.Lines.Single(line => line.Recipient.Value == "13").Cartons);
        Assert.Equal(5_000, drafted.Lines.Sum(line => line.Cartons));
    }

    [Fact]
    public void A_blend_shares_between_its_indicators()
    {
        var blended = Drafted(ByPhysicians with { Indicators = [new("physicians", 2), new("population", 1)] });
        var physicians = Drafted(ByPhysicians);
        var population = Drafted(ByPhysicians with { Indicators = [new("population")] });

        long[] tokyo = [.. new[] { physicians, blended, population }.Select(plan => plan.Lines.Single(line => line.Recipient.Value == "13").Cartons)];
        Assert.True(tokyo[0] > tokyo[1] && tokyo[1] > tokyo[2]);
    }

    [Fact]
    public async Task Expired_lots_and_mixed_cartons_are_left_out_of_a_plan_and_said()
    {
        await using var hub = await Hub.With(
        [
            .. Cartons.Masks(2),
            .. Cartons.Masks(1, first: 3, lot: "OLD", expiry: "2020-05-13"),
            Cartons.Of("X", Cartons.Goods(Cartons.Mask, 1, 30, "A"), Cartons.Goods(Cartons.Garment, 2, 10, "G")),
        ]);

        var drafted = (await hub.Post("/plans", Hub.Fixed(Cartons.Mask, ("13", 0)))).Expect(201);

        Assert.Equal(2, (long)drafted["draft"]!["lines"]!.AsArray().Single(line => (string)line!["recipient"]! == "13")!["cartons"]!);
        Assert.Equal("OLD", (string)Assert.Single(drafted["leftOut"]!["expired"]!.AsArray())!["lot"]!);
        Assert.Equal((1L, 30L), ((long)drafted["leftOut"]!["mixedCartons"]!, (long)drafted["leftOut"]!["mixedPieces"]!));
        var year = (await hub.Post("/plans", new { product = "mask", on = "1020-05-14", rule = new { method = "webster" } })).Expect(422);
        Assert.Equal("day-out-of-range", year.Code);
    }
}
