using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Logistics.EventLog;

// Whoever listens to meters hears every program of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Logistics.Operations.Tests;

/// <summary>Listens to what a program measures of itself, as its exporter does.</summary>
sealed class Meters : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentDictionary<string, Instrument> instruments = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, double> latest = new(StringComparer.Ordinal);

    public Meters()
    {
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is not (Measures.MeterName or "Microsoft.AspNetCore.Hosting"))
                return;
            instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    public IEnumerable<Instrument> Instruments => instruments.Values;

    public void Dispose() => listener.Dispose();

    /// <summary>The last measurement of an instrument with these tags, or the sum of a counter's; null where there is none.</summary>
    public double? Of(string instrument, params (string Name, string Value)[] tags)
    {
        listener.RecordObservableInstruments();
        return latest.TryGetValue(Key(instrument, tags), out var value) ? value : null;
    }

    void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = Key(instrument.Name, [.. tags.ToArray().Select(tag => (tag.Key, $"{tag.Value}"))]);
        latest.AddOrUpdate(key, value, (_, before) => instrument is Counter<long> ? before + value : value);
    }

    static string Key(string instrument, (string Name, string Value)[] tags) =>
        instrument + string.Concat(tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).Select(tag => $" {tag.Name}={tag.Value}"));
}
