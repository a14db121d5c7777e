using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Plans;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Tests.Plans;

/// <summary>A plan from its draft to the cartons that are kept for each recipient.</summary>
public sealed class PlanTests
{
    static readonly DocumentNumber Number = DocumentNumber.From("A", 2020, 1);
    static readonly DateOnly Day = new(2020, 5, 14);
    static readonly RuleRequest ByPhysicians = new(AllocationMethod.Webster, [new IndicatorRequest("physicians")]);

    static readonly ShareBasis FiveThousand = new(
        [new Pack(60, 5_000)],
        Recipient.Codes([]),
        Weighting.BuiltIn.ToDictionary(weighting => weighting.Name, StringComparer.Ordinal),
        new Dictionary<RecipientCode, long>(),
        1);

    static readonly RuleRequest TwoToOne = new(
        AllocationMethod.FixedWithRemainder, Fixed: new Dictionary<RecipientCode, long> { [Code.Parse<RecipientCode>("27")] = 1 }, RemainderTo: Code.Parse<RecipientCode>("13"));

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
    public void Two_rules_are_compared_and_one_or_three_are_not()
    {
        var left = new LeftOut([], 0, 0);
        var compared = Assert.IsType<ComparePlansAnswer>(ComparePlans.Compare([ByPhysicians, ByPhysicians with { ReservePercent = 10 }], FiveThousand, left).Body);

        Assert.Equal(500, compared.ReserveCartons);
        Assert.Equal(-500, compared.Differences.Sum(difference => difference.Cartons));
        Assert.Equal("comparison-two-rules", ComparePlans.Compare([ByPhysicians], FiveThousand, left).Refusal?.Code);
        Assert.Equal("indicator-unknown", ComparePlans.Compare([ByPhysicians, new(AllocationMethod.Webster, [new("nurses")])], FiveThousand, left).Refusal?.Code);
    }

    [Fact]
    public void Somebody_else_approves_a_draft_once()
    {
        Assert.Equal(new PlanApproved(Number), ApprovePlan.Decide(Plan(PlanState.Draft), "second").Event);
        Assert.Equal("plan-second-person", ApprovePlan.Decide(Plan(PlanState.Draft), "author").Refusal?.Code);
        Assert.Equal("plan-not-draft", ApprovePlan.Decide(Plan(PlanState.Approved), "second").Refusal?.Code);
    }

    [Fact]
    public void A_plan_is_discarded_with_a_reason_until_it_is_published()
    {
        Assert.Equal(new PlanDiscarded(Number, "Too early"), DiscardPlan.Decide(Plan(PlanState.Approved), new("Too early")).Event);
        Assert.Equal("reason-required", DiscardPlan.Decide(Plan(PlanState.Draft), new("")).Refusal?.Code);
        Assert.Equal("text-too-long", DiscardPlan.Decide(Plan(PlanState.Draft), new(new string('x', 501))).Refusal?.Code);
        Assert.Equal("plan-final", DiscardPlan.Decide(Plan(PlanState.Published), new("Too late")).Refusal?.Code);
        Assert.Equal("plan-final", DiscardPlan.Decide(Plan(PlanState.Discarded), new("Again")).Refusal?.Code);
    }

    [Fact]
    public void Publishing_deals_cartons_in_the_order_given_to_recipients_by_code()
    {
        var decision = PublishPlan.Decide(Plan(PlanState.Approved), Cartons.Stocked(Cartons.Masks(3)), 0);

        Assert.Equal(Number, Assert.IsType<PlanPublished>(decision.Events[0]).Plan);
        var (tokyo, osaka) = ((CartonsReserved)decision.Events[1], (CartonsReserved)decision.Events[2]);
        Assert.Equal(["D-2020-0001/M00001", "D-2020-0001/M00002"], tokyo.Cartons.Select(carton => carton.Value));
        Assert.Equal(["D-2020-0001/M00003"], osaka.Cartons.Select(carton => carton.Value));
        var movement = Assert.Single(tokyo.Movements);
        Assert.Equal((LedgerAccount.Hub, LedgerAccount.Reserved(tokyo.Recipient), 120), (movement.From, movement.To, movement.Goods.Pieces));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    public void A_plan_whose_stock_or_tranche_is_no_longer_true_is_not_published(int cartons, int published)
    {
        var refusal = PublishPlan.Decide(Plan(PlanState.Approved), Cartons.Stocked(Cartons.Masks(cartons)), published).Refusal!;

        Assert.Equal("plan-stock-changed", refusal.Code);
        Assert.Contains(("plannedCartons", 3L), refusal.Facts);
        Assert.Contains(("freeCartons", (long)cartons), refusal.Facts);
        Assert.Contains(("publishedSince", published), refusal.Facts);
    }

    [Fact]
    public void Only_an_approved_plan_is_published() => Assert.All(
        [PlanState.Draft, PlanState.Published, PlanState.Discarded],
        state => Assert.Equal("plan-not-approved", PublishPlan.Decide(Plan(state), Cartons.Stocked(Cartons.Masks(3)), 0).Refusal?.Code));

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

    [Fact]
    public async Task What_expires_first_is_kept_first_and_a_published_plan_counts_for_the_next_tranche()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(2, expiry: "2023-01-31"), .. Cartons.Masks(1, first: 9, lot: "B", expiry: "2022-01")]);
        await hub.Publish(Cartons.Mask, ("13", 2), ("27", 1));
        Assert.Equal(1, await hub.Read("select count(*) from carton where recipient = '13' and lots = 'B'"));
        Assert.Equal(1, await hub.Read("select count(*) from carton where recipient = '27' and lots = 'A'"));

        await hub.Deliver(Cartons.Masks(1, first: 20));
        var second = (await hub.Post("/plans", new { product = "mask", on = "2020-06-01", rule = new { method = "webster", indicators = new[] { new { name = "physicians", share = 1 } } } })).Expect(201);

        Assert.Equal(2, (int)second["draft"]!["tranche"]!);
        Assert.Equal(0, (long)second["draft"]!["lines"]!.AsArray().Single(line => (string)line!["recipient"]! == "13")!["cartons"]!);
        Assert.Equal(["published", "draft"], (await hub.List("/plans")).Select(plan => (string)plan!["state"]!));
        Assert.Equal("coordinator-second", (string?)(await hub.Get("/plans/A-2020-0001"))["approvedBy"]);
    }

    [Fact]
    public async Task Two_plans_over_the_same_cartons_cannot_both_be_published()
    {
        await using var hub = await Hub.With(Cartons.Masks(3));
        (await hub.Post("/plans", Hub.Fixed(Cartons.Mask, ("13", 2), ("27", 1)))).Expect(201);
        await hub.Publish(Cartons.Mask, ("01", 3));
        (await hub.Approve("A-2020-0001")).Expect(200);

        Assert.Equal("plan-stock-changed", (await hub.Post("/plans/A-2020-0001/publication", new { })).Expect(409).Code);
        (await hub.Post("/plans/A-2020-0001/discard", new { reason = "Superseded" })).Expect(200);
        Assert.Equal("discarded", (string?)(await hub.Get("/plans/A-2020-0001"))["state"]);
    }

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

    [Fact]
    public async Task A_comparison_stores_nothing_and_an_unknown_plan_is_not_found()
    {
        await using var hub = await Hub.With(Cartons.Masks(100));
        var head = hub.Log.Head;
        object[] rules = [new { method = "webster", indicators = new[] { new { name = "physicians" } } }, new { method = "largest-remainder", indicators = new[] { new { name = "population" } } }];

        var compared = (await hub.Post("/plans/comparison", new { product = "mask", on = "2020-05-14", rules })).Expect(200);

        Assert.Equal(47, compared["differences"]!.AsArray().Count);
        Assert.Equal(head, hub.Log.Head);
        foreach (var path in new[] { "approval", "publication", "discard" })
            Assert.Equal("not-found", (await hub.Post($"/plans/A-2020-0009/{path}", path == "discard" ? new { reason = "x" } : new { })).Expect(404).Code);
        (await hub.Get("/plans/A-2020-0009")).Expect(404);
    }

    static Decision<PlanDrafted> Draft(RuleRequest rule, ShareBasis? basis = null) => DraftPlan.Decide(Number, new(Cartons.Mask, Day, rule), basis ?? FiveThousand);

    static PlanDrafted Drafted(RuleRequest rule, ShareBasis? basis = null) =>
        Draft(rule, basis).Event ?? throw new InvalidOperationException($"The plan was refused: {Refused(rule, basis)}.");

    static string? Refused(RuleRequest rule, ShareBasis? basis = null) => Draft(rule, basis).Refusal?.Code;

    static Plan Plan(PlanState state) => new(Drafted(TwoToOne, FiveThousand with { Stock = [new Pack(60, 3)] }), "author", state);
}
