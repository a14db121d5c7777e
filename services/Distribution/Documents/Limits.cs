using System.Text.Json;
using Logistics.EventLog.Events;

namespace Logistics.Distribution.Documents;

static class Limits
{
    /// <summary>Size in bytes of an event's attributes, without its data.</summary>
    const int Envelope = 4 * 1024;

    /// <summary>Returns whether an event is small enough for the log.</summary>
    public static bool Fits(object @event) =>
        JsonSerializer.SerializeToUtf8Bytes(@event, EventBody.Json).Length <= EventBody.MaxBytes - Envelope;

    /// <summary>Returns the local day at the given offset.</summary>
    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
