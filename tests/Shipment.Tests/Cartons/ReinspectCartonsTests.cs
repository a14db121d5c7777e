using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Cartons;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class ReinspectCartonsTests
{
    [Fact]
    public void What_is_looked_at_again_passes_or_is_destroyed()
    {
        var decision = ReinspectCartons.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Damaged), new(Some.TwoIds[..1], Some.TwoIds[1..], "opened", Some.Noon), Some.Noon);

        var inspected = Assert.IsType<CartonsReinspected>(Assert.Single(decision.Events));
        Assert.Equal([LedgerAccount.Hub, LedgerAccount.Destroyed], inspected.Movements.Select(movement => movement.To!.Value));
    }

    [Fact]
    public void Only_a_damaged_carton_is_inspected_again_and_it_has_one_result()
    {
        var damaged = Some.Masks(1).Stored(CartonState.Damaged);

        Assert.Equal("cartons-state", ReinspectCartons.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Good), new(Some.TwoIds, [], "opened", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("cartons-both", ReinspectCartons.Decide(Some.Awb, damaged, new(Some.TwoIds[..1], Some.TwoIds[..1], "opened", Some.Noon), Some.Noon).Refusal?.Code);
    }
}
