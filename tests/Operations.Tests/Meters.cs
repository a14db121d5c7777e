using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Logistics.EventLog;

namespace Logistics.Operations.Tests;

/// <summary>Tests that listen to meters or traces, and so hear every program of the process: no other test runs at the same time.</summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;

/// <summary>Listens to what a program measures of itself, as its exporter does.</summary>
sealed class Meters : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentDictionary<string, Instrument> instruments = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, double> latest = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ImmutableSortedSet<string>> tags = new(StringComparer.Ordinal);

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

    /// <summary>The last measurement of an instrument with these tags, or the sum of a counter's; null if there was no measurement.</summary>
    public double? Of(string instrument, params (string Name, string Value)[] tags)
    {
        listener.RecordObservableInstruments();
        return latest.TryGetValue(Key(instrument, tags), out var value) ? value : null;
    }

    /// <summary>The names of all tags that an instrument was measured with; null if it was not measured yet.</summary>
    public IReadOnlyList<string>? TagsOf(string instrument)
    {
        listener.RecordObservableInstruments();
        return tags.GetValueOrDefault(instrument);
    }

    void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> measured)
    {
        (string Name, string Value)[] with = [.. measured.ToArray().Select(tag => (tag.Key, $"{tag.Value}"))];
        tags.AddOrUpdate(instrument.Name, _ => Names(with), (_, before) => before.Union(Names(with)));
        var key = Key(instrument.Name, with);
        latest.AddOrUpdate(key, value, (_, before) => instrument is Counter<long> ? before + value : value);
    }

    static ImmutableSortedSet<string> Names((string Name, string Value)[] tags) => [.. tags.Select(tag => tag.Name)];

    static string Key(string instrument, (string Name, string Value)[] tags) =>
        instrument + string.Concat(tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).Select(tag => $" {tag.Name}={tag.Value}"));
}
