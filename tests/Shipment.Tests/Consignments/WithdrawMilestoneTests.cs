using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class WithdrawMilestoneTests
{
    static readonly IReadOnlyList<Carton> Cartons = Some.Masks(2);

    [Fact]
    public void A_milestone_is_taken_back_once_with_a_reason_and_not_from_under_counted_cartons()
    {
        var consignment = Some.Consignment(LedgerAccount.AtAirport, MilestoneCode.Arr);
        var arrival = consignment.Milestones[0];
        string? Try(WithdrawMilestone.Counted? counted, string reason, Milestone? milestone = null, Consignment? other = null) =>
            WithdrawMilestone.Decide(other ?? consignment, milestone ?? arrival, () => Cartons, counted, new(reason)).Refusal?.Code;

        Assert.Equal("reason-required", Try(null, ""));
        Assert.Equal("milestone-withdrawn", Try(null, "wrong", arrival with { Withdrawn = "before" }));
        Assert.Equal("milestone-counted", Try(new(1, null), "wrong"));
        Assert.Equal("milestone-confirmed", Try(new(1, DocumentNumber.From("GRN", 2020, 1)), "wrong"));
        Assert.Null(Try(new(1, null), "twice", null, Some.Consignment(LedgerAccount.AtAirport, MilestoneCode.Arr, MilestoneCode.Rcf)));
    }

    [Fact]
    public async Task An_arrival_before_its_departure_counts_and_its_withdrawal_goes_back_to_the_air()
    {
        await using var world = await World.Booked(2);

        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        var departure = (await world.Post("/milestones", new { code = "DEP", place = "PVG", at = "2020-05-12T23:40:00+08:00", flight = "CA 929" })).Expect(201);
        var back = (await world.Post("/milestones/1/withdrawal", new { reason = "another flight" })).Expect(200);
        var again = (await world.Post("/milestones/1/withdrawal", new { reason = "another flight" })).Expect(409);

        Assert.Equal(("at-airport", 0), ((string?)departure["milestones"]![0]!["stage"], (int?)departure["milestones"]![0]!["pieces"]));
        Assert.Equal("milestone-out-of-order", (string?)departure["warnings"]![0]!["code"]);
        Assert.Equal(("in-air", 120), ((string?)back["stage"], (int?)back["pieces"]));
        Assert.Equal("milestone-withdrawn", again.Code);
        Assert.Equal("not-found", (await world.Post("/milestones/9/withdrawal", new { reason = "x" })).Expect(404).Code);
        Assert.Equal(120, Balance.Of(await world.Movements(), (1, 120))[(1, LedgerAccount.InAir)]);
        Assert.Equal("2020-05-12T23:40:00+08:00", (string?)(await world.Get())["flights"]![0]!["departedAt"]);
    }
}
