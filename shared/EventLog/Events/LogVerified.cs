namespace Logistics.EventLog.Events;

/// <summary>The hash chain of a log was checked from its beginning, by order of a person. It stands in the log that was checked.</summary>
/// <param name="UpTo">Sequence number of the last event that was there when the check began.</param>
/// <param name="Bytes">Bytes of the bodies that were read.</param>
/// <param name="BrokenAt">The first event that is missing or does not follow from what is before it; null where the log is whole.</param>
public sealed record LogVerified(long UpTo, long Bytes, long? BrokenAt)
{
    public const string Stream = "log";

    internal const string Name = "log.verified.v1";
}
