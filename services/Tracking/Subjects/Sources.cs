namespace Logistics.Tracking.Subjects;

/// <summary>The logs that Tracking follows. Every table is written from these.</summary>
public static class Sources
{
    public static IReadOnlyList<string> All { get; } = ["intake", "shipment", "distribution"];
}
