namespace Logistics.Portal.Upstream;

public static class ServiceNames
{
    /// <summary>The services that the pages ask.</summary>
    public static IReadOnlyList<string> All { get; } = ["intake", "shipment", "distribution", "tracking"];
}
