namespace Logistics.Tracking.Subjects;

/// <summary>The logs that Tracking follows and from which it fills every table.</summary>
public static class Sources
{
    public static IReadOnlyList<string> All { get; } = ["intake", "shipment", "distribution"];
}
