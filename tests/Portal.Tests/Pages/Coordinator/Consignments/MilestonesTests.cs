using Logistics.Contracts.Shipment;
using Logistics.Portal.Pages.Coordinator.Consignments;

namespace Logistics.Portal.Tests.Pages.Coordinator.Consignments;

public sealed class MilestonesTests
{
    [Theory]
    [InlineData("", "rcs")]
    [InlineData("rcs", "dep")]
    [InlineData("dep", "arr")] // nobody waits for what was passed over
    [InlineData("rcs dep arr", "rcf")]
    [InlineData("arr", "rcf")]
    [InlineData("rcf", "nfd crc awd")]
    [InlineData("rcf crc", "nfd awd ccd")]
    [InlineData("nfd crc awd", "ccd")]
    [InlineData("ccd", "dlv")]
    [InlineData("dlv", "")]
    [InlineData("dis", "rcs")]
    public void The_next_milestone_follows_the_furthest_one(string standing, string expected) =>
        Assert.Equal(expected, string.Join(' ', Milestones.Next(standing.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Every_milestone_can_be_recorded() =>
        Assert.Equal(Enum.GetNames<MilestoneCode>().Select(code => code.ToLowerInvariant()).Order(StringComparer.Ordinal), Milestones.All.Order(StringComparer.Ordinal));
}
