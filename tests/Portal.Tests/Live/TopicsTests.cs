using Logistics.Hosting.Access;
using Logistics.Portal.Live;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Live;

public sealed class TopicsTests
{
    [Theory]
    [InlineData("donation/D-2020-0001")]
    public void Everybody_may_hear_of_a_donation(string topic) =>
        Assert.All(new Role?[] { null, Role.Association, Role.Coordinator, Role.Foundation, Role.Auditor, Role.Admin }, role => Assert.True(Topics.MayHear(Somebody(role), topic)));

    [Theory]
    [InlineData("recipient/13")]
    [InlineData("parcel/P-13-2020-0001")]
    [InlineData("consignment/999-20051113")]
    [InlineData("distribution")]
    [InlineData("")]
    public void The_public_hears_of_nothing_else(string topic) => Assert.False(Topics.MayHear(Somebody(null), topic));

    [Theory]
    [InlineData("recipient/13", true)]
    [InlineData("recipient/27", false)]
    [InlineData("recipient/", false)]
    [InlineData("recipient/130", false)]
    [InlineData("parcel/P-27-2020-0001", false)]
    [InlineData("distribution", false)]
    public void An_association_hears_of_itself(string topic, bool heard) => Assert.Equal(heard, Topics.MayHear(Somebody(Role.Association), topic));

    static Viewer Somebody(Role? role) => new("a", "A", role, role == Role.Association ? "13" : "", "en");
}
