using System.Text.Json;
using Logistics.EventLog.Events;

namespace Logistics.Distribution.Documents;

static class Limits
{
    /// <summary>Bytes of a body that surround the data.</summary>
    const int Envelope = 4 * 1024;

    /// <summary>Tells whether an event is small enough for the log.</summary>
    public static bool Fits(object @event) =>
        JsonSerializer.SerializeToUtf8Bytes(@event, EventBody.Json).Length <= EventBody.MaxBytes - Envelope;

    /// <summary>Returns the day at the place, whatever day it is elsewhere.</summary>
    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
