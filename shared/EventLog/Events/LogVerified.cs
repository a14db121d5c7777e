namespace Logistics.EventLog.Events;

/// <summary>The hash chain of a log was checked from its beginning at an operator's request. Recorded in the log that was checked.</summary>
/// <param name="UpTo">Sequence number of the last event when the check began.</param>
/// <param name="Bytes">Total size of the bodies read, in bytes.</param>
/// <param name="BrokenAt">The first event that is missing or does not follow from its predecessors; null if the log is intact.</param>
public sealed record LogVerified(long UpTo, long Bytes, long? BrokenAt)
{
    public const string Stream = "log";

    internal const string Name = "log.verified.v1";
}
