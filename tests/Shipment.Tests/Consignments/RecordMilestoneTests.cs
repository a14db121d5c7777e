using FsCheck;
using FsCheck.Fluent;
using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class RecordMilestoneTests
{
    static readonly IReadOnlyList<Carton> Cartons = Some.Masks(2);

    static RecordMilestoneRequest At(MilestoneCode code, string? flight = null) => new(code, "nrt", Some.Noon, flight);

    [Theory]
    [InlineData("packed")]
    [InlineData("packed", MilestoneCode.Rcs, MilestoneCode.Dis)]
    [InlineData("in-air", MilestoneCode.Dep, MilestoneCode.Rcs)]
    [InlineData("at-airport", MilestoneCode.Arr, MilestoneCode.Dep)]
    [InlineData("at-airport", MilestoneCode.Rcf)]
    [InlineData("at-airport", MilestoneCode.Nfd)]
    [InlineData("at-airport", MilestoneCode.Crc)]
    [InlineData("at-airport", MilestoneCode.Ccd)]
    [InlineData("at-airport", MilestoneCode.Awd)]
    [InlineData("at-airport", MilestoneCode.Dlv)]
    public void The_stage_follows_from_the_set_of_milestones(string stage, params MilestoneCode[] codes) =>
        Assert.Equal(stage, MilestoneMeaning.StageOf(codes).Value);

    [Fact]
    public void Any_order_with_any_repetition_ends_at_the_same_stage_with_the_same_movements()
    {
        var orders =
            from codes in Gen.Elements(Enum.GetValues<MilestoneCode>()).ListOf()
            from repeated in Gen.SubListOf<MilestoneCode>([.. codes])
            from shuffled in Gen.Shuffle(codes.Concat(repeated).ToArray())
            select (Once: codes.ToArray(), Shuffled: shuffled);

        Prop.ForAll(orders.ToArbitrary(), one =>
        {
            var (first, second) = (Net(one.Once), Net(one.Shuffled));
            return first.Count == second.Count && first.All(entry => second.GetValueOrDefault(entry.Key) == entry.Value);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Milestones_taken_back_in_any_order_leave_everything_packed()
    {
        var orders =
            from codes in Gen.Elements(Enum.GetValues<MilestoneCode>()).ListOf()
            from withdrawn in Gen.Shuffle(Enumerable.Range(1, codes.Count).ToArray())
            select (Codes: codes.ToArray(), Withdrawn: withdrawn);

        Prop.ForAll(orders.ToArbitrary(), one =>
        {
            var (consignment, movements) = Play(one.Codes);
            foreach (var number in one.Withdrawn)
            {
                var milestone = consignment.Milestones[number - 1];
                var decision = WithdrawMilestone.Decide(consignment, milestone, () => Cartons, null, new("wrong flight"));
                movements.AddRange(decision.Event!.Movements);
                consignment = consignment with
                {
                    Milestones = [.. consignment.Milestones.Select(other => other.Number == number ? other with { Withdrawn = "wrong flight" } : other)],
                };
            }

            return Balance.Of(movements, (1, 120))[(1, LedgerAccount.Packed)] == 120;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_a_flight_every_flight_gets_its_own_milestone()
    {
        var consignment = Some.Consignment(LedgerAccount.Packed) with
        {
            Flights = [new() { Number = "CA929", Stage = LedgerAccount.Packed }, new() { Number = "CA931", Stage = LedgerAccount.Packed }],
        };

        var recorded = RecordMilestone.Decide(consignment, _ => Cartons, At(MilestoneCode.Dep), Some.Noon).Events.Cast<MilestoneRecorded>().ToList();

        Assert.Equal([("CA929", 1), ("CA931", 2)], recorded.Select(one => (one.Flight, one.Milestone)));
        Assert.All(recorded, one => Assert.Equal("NRT", one.Place));
        Assert.Equal("flight-not-booked", RecordMilestone.Decide(consignment, _ => Cartons, At(MilestoneCode.Dep, "CA1"), Some.Noon).Refusal?.Code);
    }

    [Fact]
    public void What_cannot_be_read_is_refused()
    {
        var consignment = Some.Consignment(LedgerAccount.Packed);

        Assert.Equal("airport-code-format", RecordMilestone.Decide(consignment, _ => Cartons, At(MilestoneCode.Dep) with { Place = "Tokyo" }, Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", RecordMilestone.Decide(consignment, _ => Cartons, At(MilestoneCode.Dep) with { At = default }, Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", RecordMilestone.Decide(consignment, _ => Cartons, At(MilestoneCode.Dep) with { Note = new string('x', 501) }, Some.Noon).Refusal?.Code);
        Assert.Equal("json-invalid", RecordMilestone.Decide(consignment, _ => Cartons, At((MilestoneCode)99), Some.Noon).Refusal?.Code);
    }

    [Fact]
    public void A_time_that_does_not_fit_is_a_warning()
    {
        var consignment = Some.Consignment(LedgerAccount.AtAirport, MilestoneCode.Arr);
        MilestoneRecorded Departure(DateTimeOffset at) => new(Some.Awb, "CA929", 2, MilestoneCode.Dep, "PVG", at, null, []);

        Assert.Equal(MilestoneCode.Arr, Assert.Single(RecordMilestone.Warn(consignment, Departure(Some.Noon.AddHours(1)))).Other);
        Assert.Empty(RecordMilestone.Warn(consignment, Departure(Some.Noon.AddHours(-1))));
    }

    [Fact]
    public async Task A_counted_flight_stays_at_the_airport()
    {
        await using var world = await World.Arrived(2);
        await world.Count("good", "C0001", "C0001");

        Assert.Equal("milestone-counted", (await world.Post("/milestones/1/withdrawal", new { reason = "x" })).Expect(409).Code);
        await world.Confirm(final: false);
        var refused = (await world.Post("/milestones/1/withdrawal", new { reason = "x" })).Expect(409);

        Assert.Equal("milestone-confirmed", refused.Code);
        Assert.StartsWith("GRN-", (string?)refused["note"], StringComparison.Ordinal);
    }

    static (Consignment Consignment, List<Movement> Movements) Play(IEnumerable<MilestoneCode> codes)
    {
        var consignment = Some.Consignment(LedgerAccount.Packed);
        var movements = new List<Movement>();
        foreach (var code in codes)
        {
            var recorded = (MilestoneRecorded)RecordMilestone.Decide(consignment, _ => Cartons, At(code), Some.Noon).Events[0];
            movements.AddRange(recorded.Movements);
            consignment = consignment with
            {
                Milestones = [.. consignment.Milestones, new Milestone { Number = recorded.Milestone, Flight = "CA929", Code = code, At = Some.Noon }],
            };
        }

        return (consignment, movements);
    }

    static Dictionary<(int, LedgerAccount), long> Net(IEnumerable<MilestoneCode> codes) =>
        Balance.Of(Play(codes).Movements, (1, 120)).Where(entry => entry.Value != 0).ToDictionary(entry => entry.Key, entry => entry.Value);
}
