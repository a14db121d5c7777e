using System.Net;
using System.Text.Json.Nodes;

namespace Logistics.Client;

/// <summary>State of a service's own log.</summary>
/// <param name="Source">The service that owns the log.</param>
/// <param name="Head">The last sequence number.</param>
/// <param name="Hash">End of the hash chain, in lower-case hexadecimal digits.</param>
/// <param name="Events">Number of rows; the same as <paramref name="Head"/> unless some were removed.</param>
/// <param name="Checking">The check that is under way; null if there is none.</param>
/// <param name="Checked">The last completed check; null if there was none.</param>
/// <param name="Failure">Why a later check could not be completed; null if it could.</param>
public sealed record LogState(string Source, long Head, string Hash, long Events, LogCheckUnderWay? Checking, LogCheck? Checked, string? Failure);

/// <summary>A check of the hash chain that is under way.</summary>
/// <param name="By">Account that asked for it.</param>
/// <param name="Since">When it began.</param>
/// <param name="Of">Sequence number of the last event that it checks.</param>
/// <param name="Reached">Sequence number of the last event that it has checked; 0 at the beginning.</param>
public sealed record LogCheckUnderWay(string By, DateTimeOffset Since, long Of, long Reached);

/// <summary>A completed check of the hash chain.</summary>
/// <param name="By">Account that asked for it.</param>
/// <param name="At">When it ended.</param>
/// <param name="UpTo">Sequence number of the last event that was checked.</param>
/// <param name="Bytes">Bytes of the bodies.</param>
/// <param name="BrokenAt">The first event that does not follow from the one before it; null if the log is whole.</param>
public sealed record LogCheck(string By, DateTimeOffset At, long UpTo, long Bytes, long? BrokenAt);

/// <summary>Asks to check the hash chain.</summary>
public sealed record VerifyLogRequest;

/// <summary>The check was started.</summary>
/// <param name="UpTo">Sequence number of the last event that it checks.</param>
public sealed record LogCheckStarted(long UpTo);

/// <summary>Which events of a log.</summary>
public sealed record ListEventsQuery
{
    /// <summary>Events of this account only.</summary>
    public string? Actor { get; init; }

    /// <summary>Events of this stream, or of streams that end in this code after their slash.</summary>
    public string? About { get; init; }

    /// <summary>Events below this sequence number.</summary>
    public long? Before { get; init; }

    /// <summary>Events of the page, 1 to 1,000; 100 if null.</summary>
    public int? Limit { get; init; }
}

/// <summary>Events of a log, newest first.</summary>
/// <param name="Events">The page.</param>
/// <param name="Before">Asks for the next page; null on the last.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Events, long? Before);

/// <summary>An event without its data.</summary>
/// <param name="Source">The service that owns the log.</param>
/// <param name="Seq">Its sequence number.</param>
/// <param name="Type">Name of the event, for example <c>distribution.receipt-confirmed.v1</c>.</param>
/// <param name="Stream">What it happened to.</param>
/// <param name="Actor">Account that caused it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Idempotency key of the command, or <c>source/seq</c> of the event that it reacts to.</param>
/// <param name="Reason">The reason that a person gave; null if the event has none.</param>
public sealed record LogEntry(string Source, long Seq, string Type, string Stream, string Actor, DateTimeOffset At, string Command, string? Reason);

public static partial class ServiceRoutes
{
    public static QueryRoute<NoQuery, LogState> GetLog(string service) => new(service, "/log");

    public static CommandRoute<VerifyLogRequest, LogCheckStarted> VerifyLog(string service) => new(service, "/log/verifications");

    public static QueryRoute<ListEventsQuery, LogPage> ListEvents(string service) => new(service, "/log/events");

    public static FileRoute<NoQuery> GetEvent(string service) => new(service, "/log/events/{seq:long}", ["application/json"]);
}

public abstract partial class ServiceClient
{
    /// <summary>Tells how far the service's log has come and whether it is whole.</summary>
    public Task<Reply<LogState>> GetLog(CancellationToken cancel = default)
    {
        var route = ServiceRoutes.GetLog(Service);
        return Calls.Ask(route, route.At(), new NoQuery(), cancel);
    }

    /// <summary>Starts a check of the hash chain.</summary>
    public Task<Reply<LogCheckStarted>> VerifyLog(string key, CancellationToken cancel = default)
    {
        var route = ServiceRoutes.VerifyLog(Service);
        return Calls.Send(route, route.At(), new VerifyLogRequest(), key, cancel);
    }

    /// <summary>Lists events, newest first.</summary>
    public Task<Reply<LogPage>> ListEvents(ListEventsQuery query, CancellationToken cancel = default)
    {
        var route = ServiceRoutes.ListEvents(Service);
        return Calls.Ask(route, route.At(), query, cancel);
    }

    /// <summary>Returns an event as it is stored; null if the log has no such event or the caller may not read it.</summary>
    /// <exception cref="HttpRequestException">The service cannot be reached or failed.</exception>
    public async Task<JsonObject?> GetEvent(long seq, CancellationToken cancel = default)
    {
        var route = ServiceRoutes.GetEvent(Service);
        using var response = await Calls.Open(route, route.At(seq), new NoQuery(), cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancel))!.AsObject();
    }
}
