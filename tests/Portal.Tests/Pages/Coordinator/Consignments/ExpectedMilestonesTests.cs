using Logistics.Contracts.Shipment;
using Logistics.Portal.Pages.Coordinator.Consignments;

namespace Logistics.Portal.Tests.Pages.Coordinator.Consignments;

public sealed class ExpectedMilestonesTests
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
        Assert.Equal(Codes(expected), ExpectedMilestones.Next(Codes(standing)));

    static MilestoneCode[] Codes(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<MilestoneCode>(name, ignoreCase: true))];
}
