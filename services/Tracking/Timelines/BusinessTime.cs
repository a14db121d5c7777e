using Logistics.Contracts.Distribution;
using Logistics.Contracts.Shipment;

namespace Logistics.Tracking.Timelines;

/// <summary>When something happened in the field, with the offset of the place.</summary>
static class BusinessTime
{
    /// <returns>Null where an event only knows when it was recorded.</returns>
    public static DateTimeOffset? Of(object data) => data switch
    {
        MilestoneRecorded e => e.At,
        CustomsEntered e => e.At,
        CustomsHeld e => e.At,
        CustomsReleased e => e.At,
        CartonsFound e => e.At,
        CartonsReinspected e => e.At,
        ConsignmentDelivered e => e.At,
        CartonsDelivered e => e.At,
        ParcelDispatched e => e.DispatchedAt,
        ReceiptConfirmed e => e.ReceivedAt,
        HandedOver e => e.HandedOverAt,
        _ => null,
    };
}
