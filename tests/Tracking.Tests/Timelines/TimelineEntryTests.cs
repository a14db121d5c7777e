using System.Text.Json;
using Logistics.Contracts.Registry;
using Logistics.EventLog.Events;
using Logistics.Testing;
using Logistics.Tracking.Timelines;

namespace Logistics.Tracking.Tests.Timelines;

public sealed class TimelineEntryTests
{
    public static TheoryData<string> Names => [.. Events.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_is_shown_or_listed_as_not_shown(string name)
    {
        var type = Events.All.Single(one => one.Name == name).Type;
        var sample = JsonSerializer.Deserialize(SourceTree.Read($"tests/Contracts.Tests/Approved/{name}.json"), type, EventBody.Json)!;

        Assert.Equal(!TimelineEntry.NotShown.Contains(type), TimelineEntry.Of(sample) is not null);
    }

    [Fact]
    public void Nothing_is_listed_that_is_no_event() => Assert.Empty(TimelineEntry.NotShown.Except(Events.All.Select(one => one.Type)));
}
