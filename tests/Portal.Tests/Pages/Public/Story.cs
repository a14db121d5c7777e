using Logistics.Testing;
using Logistics.Tracking;

namespace Logistics.Portal.Tests.Pages.Public;

/// <summary>The portal and Tracking with a story that went through everything: one host for all questions, because nothing here writes.</summary>
public sealed class Story : IAsyncLifetime
{
    public RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await PartlyHandedOver.Start(TrackingSlices.Define(), PortalSlices.Define());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
