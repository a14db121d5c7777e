using Logistics.Distribution;
using Logistics.Hosting.Commands;
using Logistics.Intake;
using Logistics.Portal;
using Logistics.Shipment;

namespace Logistics.AllInOne;

/// <summary>The four programs that this one hosts in one process.</summary>
public static class AllServices
{
    public static ServiceDefinition[] Define() =>
        [IntakeSlices.Define(), ShipmentSlices.Define(), DistributionSlices.Define(), PortalSlices.Define()];
}
