using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Reason">Why it was a mistake, 1 to 500 characters.</param>
public sealed record WithdrawMilestoneRequest(string Reason);

/// <param name="AirWaybill">The consignment.</param>
/// <param name="Milestone">Number of the milestone.</param>
/// <param name="Flight">Its flight.</param>
/// <param name="Stage">How far the flight is without it.</param>
/// <param name="Pieces">Pieces that moved back.</param>
public sealed record WithdrawMilestoneAnswer(AirWaybill AirWaybill, int Milestone, string Flight, LedgerAccount Stage, long Pieces);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<WithdrawMilestoneRequest, WithdrawMilestoneAnswer> WithdrawMilestone =
        new(Service, "/consignments/{airWaybill}/milestones/{milestone:int}/withdrawal");
}

public sealed partial class ShipmentClient
{
    /// <summary>Takes back a milestone, and what it moved.</summary>
    public Task<Reply<WithdrawMilestoneAnswer>> WithdrawMilestone(
        AirWaybill airWaybill, int milestone, WithdrawMilestoneRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.WithdrawMilestone, ShipmentRoutes.WithdrawMilestone.At(airWaybill, milestone), request, key, cancel);
}
