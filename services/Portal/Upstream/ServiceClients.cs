using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Client.Intake;
using Logistics.Client.Portal;
using Logistics.Client.Shipment;
using Logistics.Client.Tracking;

namespace Logistics.Portal.Upstream;

/// <summary>Holds the clients of all services, including the portal's own, for pages that treat services alike.</summary>
public sealed class ServiceClients(IntakeClient intake, ShipmentClient shipment, DistributionClient distribution, TrackingClient tracking, PortalClient portal)
{
    public IReadOnlyList<ServiceClient> All { get; } = [intake, shipment, distribution, tracking, portal];

    /// <summary>Finds the client of a service by its name; returns null if there is no such service.</summary>
    public ServiceClient? Find(string service) => All.FirstOrDefault(client => client.Service == service);
}
