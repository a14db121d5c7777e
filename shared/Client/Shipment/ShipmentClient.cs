namespace Logistics.Client.Shipment;

/// <summary>Calls Shipment: consignments, customs and counts.</summary>
public sealed partial class ShipmentClient(ServiceCalls calls) : ServiceClient(calls, ShipmentRoutes.Service);

/// <summary>Routes of Shipment.</summary>
public static partial class ShipmentRoutes
{
    /// <summary>Name of the service.</summary>
    public const string Service = "shipment";
}
