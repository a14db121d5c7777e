using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Consignments;

/// <summary>A time that a person states.</summary>
static class Instant
{
    /// <summary>Refuses years before 2000 and after 2100: they are slips of the keyboard.</summary>
    public static Refusal? Opposed(DateTimeOffset at, string field) =>
        at.Year is < 2000 or > 2100 ? new Refusal("time-out-of-range", ("field", field), ("value", at)) : null;

    /// <summary>Refuses what has not happened yet. A day is granted for clocks and slips of offsets.</summary>
    public static Refusal? InFuture(DateTimeOffset at, string field, DateTimeOffset now) =>
        at > now.AddDays(1) && at.Year <= 2100 ? new Refusal("instant-in-future", ("field", field), ("value", at)) : null;
}
