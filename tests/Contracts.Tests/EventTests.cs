using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Contracts.Registry;
using Logistics.EventLog.Events;

namespace Logistics.Contracts.Tests;

/// <summary>
/// Stored events stay readable. <c>Approved/</c> holds one body per event as it was first published: never edited, only added.
/// </summary>
public sealed partial class EventTests
{
    public static TheoryData<string> Names => [.. Events.All.Select(e => e.Name)];

    [Fact]
    public void Every_event_is_named_and_listed_once()
    {
        var named = typeof(Events).Assembly.GetTypes().Where(type => type.GetCustomAttribute<EventNameAttribute>() is not null).ToHashSet();

        Assert.True(named.SetEquals(Events.All.Select(e => e.Type)), string.Join(", ", named.Except(Events.All.Select(e => e.Type))));
        Assert.Equal(Events.All.Count, Events.All.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Events.All.Count, named.Count);
        Assert.All(Events.All, e => Assert.Matches(Name(), e.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_approved_event_is_read_and_written_without_changing_a_byte(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Approved", name + ".json");
        Assert.True(File.Exists(file), $"Approve a sample of {name} in tests/Contracts.Tests/Approved.");
        var approved = File.ReadAllText(file).TrimEnd('\n');

        var read = JsonSerializer.Deserialize(approved, Events.All.Single(e => e.Name == name).Type, EventBody.Json)!;

        Assert.Equal(approved, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(read, read.GetType(), EventBody.Json)));
    }

    [Fact]
    public void No_approved_event_was_forgotten() =>
        Assert.Equal(
            Events.All.Select(e => e.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Approved")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(intake|shipment|distribution)\.[a-z]+(-[a-z]+)*\.v[1-9][0-9]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
