using Logistics.Contracts.Distribution;
using Logistics.Contracts.Shipment;

namespace Logistics.Tracking.Timelines;

/// <summary>Determines when something happened in the field, with the local offset.</summary>
static class BusinessTime
{
    /// <returns>Null for events that know only when they were recorded.</returns>
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
