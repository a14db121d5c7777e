using Logistics.Distribution;
using Logistics.Hosting.Commands;
using Logistics.Intake;
using Logistics.Portal;
using Logistics.Shipment;
using Logistics.Tracking;

namespace Logistics.AllInOne;

/// <summary>The programs that this one hosts in one process.</summary>
public static class AllServices
{
    public static ServiceDefinition[] Define() =>
        [IntakeSlices.Define(), ShipmentSlices.Define(), DistributionSlices.Define(), TrackingSlices.Define(), PortalSlices.Define()];
}
