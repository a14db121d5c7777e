using System.Reflection;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;

namespace Logistics.Contracts.Registry;

/// <summary>Maps every event of the services to the name under which it is stored and published.</summary>
public static class Events
{
    public static IReadOnlyList<(string Name, Type Type)> All { get; } =
    [
        Named<DonationRegistered>(),
        Named<DonationAmended>(),
        Named<PackingListAttached>(),
        Named<CartonsPacked>(),
        Named<DonationReleased>(),
        Named<DonationCancelled>(),
        Named<DonationClosed>(),

        Named<CartonsAnnounced>(),
        Named<CartonsReleased>(),
        Named<CartonsWithdrawn>(),
        Named<ConsignmentBooked>(),
        Named<CartonsBooked>(),
        Named<MilestoneRecorded>(),
        Named<MilestoneWithdrawn>(),
        Named<CustomsEntered>(),
        Named<CustomsHeld>(),
        Named<CustomsReleased>(),
        Named<CountOpened>(),
        Named<CartonsCounted>(),
        Named<OverageCounted>(),
        Named<CountEntryUndone>(),
        Named<CountConfirmed>(),
        Named<CartonsFound>(),
        Named<CartonsReinspected>(),
        Named<LossAccepted>(),
        Named<ConsignmentDelivered>(),
        Named<CartonsDelivered>(),

        Named<StockReceived>(),
        Named<PlanDrafted>(),
        Named<PlanApproved>(),
        Named<PlanDiscarded>(),
        Named<PlanPublished>(),
        Named<CartonsReserved>(),
        Named<WeightsUploaded>(),
        Named<ParcelDispatched>(),
        Named<ParcelLoaded>(),
        Named<ReceiptConfirmed>(),
        Named<ReceiptReversed>(),
        Named<DiscrepancyResolved>(),
        Named<HandedOver>(),
        Named<HandOverReversed>(),
    ];

    static (string, Type) Named<T>() => (typeof(T).GetCustomAttribute<EventNameAttribute>()!.Name, typeof(T));
}
