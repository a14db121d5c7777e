using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Shipment;

/// <summary>Asks to record that flights passed a point of their journey.</summary>
/// <param name="Code">What happened.</param>
/// <param name="Place">IATA code of the airport.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="Flight">Null for all flights of the consignment.</param>
/// <param name="Note">In words, if anything; up to 500 characters.</param>
public sealed record RecordMilestoneRequest(MilestoneCode Code, string Place, DateTimeOffset At, string? Flight = null, string? Note = null);

public sealed record RecordMilestoneAnswer(AirWaybill AirWaybill, IReadOnlyList<FlightMilestone> Milestones, IReadOnlyList<MilestoneWarning> Warnings);

/// <summary>A milestone of one flight.</summary>
/// <param name="Milestone">Number within the consignment, which withdraws it.</param>
/// <param name="Flight">The flight.</param>
/// <param name="Stage">How far the flight now is.</param>
/// <param name="Pieces">Pieces that it moved.</param>
public sealed record FlightMilestone(int Milestone, string Flight, LedgerAccount Stage, long Pieces);

/// <summary>The time does not fit another milestone of the flight.</summary>
/// <param name="Code"><c>milestone-out-of-order</c>.</param>
/// <param name="Flight">The flight.</param>
/// <param name="Milestone">Number of the other milestone.</param>
/// <param name="Other">Its code.</param>
/// <param name="OtherAt">Its time.</param>
public sealed record MilestoneWarning(string Code, string Flight, int Milestone, MilestoneCode Other, DateTimeOffset OtherAt);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<RecordMilestoneRequest, RecordMilestoneAnswer> RecordMilestone = new(Service, "/consignments/{airWaybill}/milestones");
}

public sealed partial class ShipmentClient
{
    /// <summary>Records how far flights are. Milestones come in any order, and more than once.</summary>
    public Task<Reply<RecordMilestoneAnswer>> RecordMilestone(AirWaybill airWaybill, RecordMilestoneRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.RecordMilestone, ShipmentRoutes.RecordMilestone.At(airWaybill), request, key, cancel);
}
