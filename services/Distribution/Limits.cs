using System.Text.Json;
using Logistics.EventLog;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution;

/// <summary>What every request of this service has to keep.</summary>
static class Limits
{
    /// <summary>Characters of a reason or a name.</summary>
    public const int MostText = 500;

    /// <summary>Room in a body for what stands around the data.</summary>
    const int Envelope = 4 * 1024;

    /// <returns>Null where the year is one that documents can be numbered by.</returns>
    public static Refusal? Date(string field, DateOnly day) =>
        day.Year is >= 2000 and <= 2100 ? null : new Refusal("day-out-of-range", ("field", field), ("value", day.ToString("O")));

    /// <returns>Null where the instant has come, a day granted for clocks and slips of offsets, and its year is one of <see cref="Date"/>.</returns>
    public static Refusal? Instant(string field, DateTimeOffset at, DateTimeOffset now) =>
        Date(field, at.Day()) ?? (at > now.AddDays(1) ? new Refusal("instant-in-future", ("field", field), ("value", at)) : null);

    /// <returns>Null where the text is there and not too long.</returns>
    public static Refusal? Reason(string field, string? text) =>
        string.IsNullOrEmpty(text) ? new Refusal("reason-required", ("field", field))
        : text.Length > MostText ? new Refusal("words-too-many", ("field", field), ("most", MostText))
        : null;

    /// <summary>Whether an event can be stored as one.</summary>
    public static bool Fits(object @event) =>
        JsonSerializer.SerializeToUtf8Bytes(@event, EventBody.Json).Length <= EventBody.MaxBytes - Envelope;

    /// <summary>The day at the place, whatever day it is elsewhere.</summary>
    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
