using Logistics.EventLog.Events;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog;

/// <summary>Checks the hash chain of a log while the service keeps running, one check at a time, and records the result in that log.</summary>
public sealed class Verification(Log log, ILogger<Verification> logger, CancellationToken stopping)
{
    /// <summary>A check in progress.</summary>
    /// <param name="By">The account that requested it.</param>
    /// <param name="Since">When it began.</param>
    /// <param name="Of">Sequence number at which it will end.</param>
    public sealed record Check(string By, DateTimeOffset Since, long Of)
    {
        long reached;

        /// <summary>Gets the last sequence number checked.</summary>
        public long Reached
        {
            get => Volatile.Read(ref reached);
            internal set => Volatile.Write(ref reached, value);
        }
    }

    Check? running;

    public Check? Running => Volatile.Read(ref running);

    /// <summary>Gets why the last check could not be completed; null if it completed or no check has begun.</summary>
    public string? Failure { get; private set; }

    /// <summary>Starts a check unless one is in progress.</summary>
    public void Start(Origin origin)
    {
        var check = new Check(origin.Actor, log.Clock.GetUtcNow(), log.Head);
        if (Interlocked.CompareExchange(ref running, check, null) is null)
            _ = Task.Run(() => Run(check, origin), CancellationToken.None);
    }

    async Task Run(Check check, Origin origin)
    {
        try
        {
            long bytes = 0;
            var broken = await log.FindBrokenLink(
                (seq, length) =>
                {
                    check.Reached = seq;
                    bytes += length;
                },
                stopping);
            await log.Write(origin, session =>
            {
                session.Append(LogVerified.Stream, new LogVerified(check.Of, bytes, broken));
                return 0;
            });
            Failure = null;
        }
        catch (Exception error)
        {
            if (!stopping.IsCancellationRequested)
                logger.LogError(error, "The log of {Source} could not be checked completely", log.Source);
            Failure = error.Message;
        }

        Volatile.Write(ref running, null);
    }
}
