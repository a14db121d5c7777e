using Logistics.Client.Distribution;
using Logistics.Hosting.Access;

namespace Logistics.Distribution.Tests.Recipients;

public sealed class ListRecipientsTests
{
    [Fact]
    public async Task An_association_sees_itself_and_everybody_else_all()
    {
        await using var hub = await Hub.With();

        var own = (await new DistributionClient(hub.Host.Calls(Role.Association, "13")).ListRecipients()).Expect();
        var all = (await new DistributionClient(hub.Host.Calls(Role.Auditor)).ListRecipients()).Expect();

        Assert.Equal("東京都", Assert.Single(own.Recipients).Names["ja"]);
        Assert.Equal(47, all.Recipients.Count);
        Assert.Equal(all.Indicators, own.Indicators);
    }
}
