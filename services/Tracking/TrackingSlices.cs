using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;
using Logistics.Tracking.Lookups;
using Logistics.Tracking.Timelines;
using Logistics.Tracking.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Tracking;

/// <summary>Lists every slice of the service.</summary>
public static class TrackingSlices
{
    public static ServiceDefinition Define()
    {
        var tracking = new ServiceDefinition("tracking", typeof(TrackingSlices).Assembly) { HasGenerations = true };
        var subscriptions = new Subscriptions();

        WhenPiecesMove.Map(tracking);
        WhenDonationsChange.Map(tracking);
        WhenConsignmentsMove.Map(tracking);
        WhenParcelsMove.Map(tracking);
        WhenSomethingHappens.Map(tracking);
        WhenRecipientsConfirm.Map(tracking);
        WhenAnythingChanges.Map(tracking, subscriptions);
        GetBalances.Map(tracking);
        CountPieces.Map(tracking);
        TrackCode.Map(tracking);
        GetDonation.Map(tracking);
        GetUnderWay.Map(tracking);
        ListDonations.Map(tracking);
        ListDonationsOfProduct.Map(tracking);
        LocateCarton.Map(tracking);
        FindCarton.Map(tracking);
        GetPositions.Map(tracking);
        StreamTopics.Map(tracking, subscriptions);

        return tracking.Extend(
            (builder, _) =>
            {
                builder.Services.AddSingleton(subscriptions);
                builder.Services.AddHostedService<WatchPositions>();
            },
            app => subscriptions.EndWith(app.Lifetime.ApplicationStopping));
    }
}
