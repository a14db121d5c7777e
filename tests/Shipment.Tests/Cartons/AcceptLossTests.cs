using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Cartons;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class AcceptLossTests
{
    [Fact]
    public void Written_off_cartons_come_to_rest()
    {
        var decision = AcceptLoss.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Missing), new(Some.TwoIds, "paid"));

        var movement = Assert.Single(Assert.IsType<LossAccepted>(Assert.Single(decision.Events)).Movements);
        Assert.Equal((LedgerAccount.Missing, LedgerAccount.MissingWrittenOff), (movement.From, movement.To));
    }

    [Fact]
    public void Only_a_missing_carton_is_written_off_and_only_with_a_reason()
    {
        Assert.Equal("cartons-state", AcceptLoss.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Found), new(Some.TwoIds, "paid")).Refusal?.Code);
        Assert.Equal("reason-required", AcceptLoss.Decide(Some.Awb, Some.Masks(2).Stored(CartonState.Missing), new(Some.TwoIds, "")).Refusal?.Code);
    }
}
