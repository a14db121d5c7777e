using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Cartons;

namespace Logistics.Shipment.Tests.Cartons;

/// <summary>What was missing or damaged: found, looked at again, or written off.</summary>
public sealed class ReportFoundTests
{
    [Fact]
    public void Found_cartons_move_from_missing_to_the_hub()
    {
        var decision = ReportFound.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Missing), new(Some.TwoIds, "behind the pallet", Some.Noon), Some.Noon);

        var movement = Assert.Single(Assert.IsType<CartonsFound>(Assert.Single(decision.Events)).Movements);
        Assert.Equal((LedgerAccount.Missing, LedgerAccount.Hub, 120), (movement.From, movement.To, movement.Goods.Pieces));
    }

    [Fact]
    public void Cartons_in_another_state_are_named_with_it()
    {
        var refusal = ReportFound.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Delivered), new(Some.TwoIds, "seen", Some.Noon), Some.Noon).Refusal!;

        Assert.Equal("cartons-state", refusal.Code);
        Assert.Contains("D-2020-0001/C0001 (Delivered)", ((Worded[])refusal.Facts.Single(fact => fact.Name == "cartons").Value!).Select(carton => carton.In("en")));
    }

    [Fact]
    public void Cartons_that_are_not_there_or_named_twice_and_reasons_that_are_blank_are_refused()
    {
        var missing = Some.Masks(1).Stored(CartonState.Missing);

        Assert.Equal("cartons-not-in-consignment", ReportFound.Decide(Some.Awb, missing, new(Some.TwoIds, "seen", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("cartons-asked", ReportFound.Decide(Some.Awb, [], new([], "seen", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("reason-required", ReportFound.Decide(Some.Awb, missing, new(Some.TwoIds[..1], "", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", ReportFound.Decide(Some.Awb, missing, new(Some.TwoIds[..1], new string('x', 501), Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", ReportFound.Decide(Some.Awb, missing, new(Some.TwoIds[..1], "seen", default), Some.Noon).Refusal?.Code);
    }

    [Fact]
    public async Task A_carton_is_found_once()
    {
        await using var world = await World.Arrived(2);
        await world.Confirm(final: true);
        var request = new { cartons = new[] { "D-2020-0001/C0001" }, reason = "behind the pallet", at = "2020-05-14T10:00:00+09:00" };

        (await world.Post("/found", request)).Expect(200);

        Assert.Equal("cartons-state", (await world.Post("/found", request)).Expect(409).Code);
        Assert.Equal(60, (int?)(await world.Host.Get(Hosting.Access.Role.Auditor, "/shipment/discrepancies")).Json![0]!["openPieces"]);
    }
}
