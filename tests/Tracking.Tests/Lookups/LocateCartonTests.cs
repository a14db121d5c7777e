using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class LocateCartonTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Theory]
    [InlineData(Role.Association, "13", "P-13-2020-0001")]
    [InlineData(Role.Association, "27", null)]
    [InlineData(Role.Coordinator, "13", null)]
    [InlineData(null, "", null)]
    public async Task Only_the_association_that_it_is_for_is_told_its_parcel(Role? role, string organisation, string? parcel) => Assert.Equal(
        parcel,
        (await new TrackingClient(story.Host.Calls(role, organisation)).LocateCarton(Code.Parse<Sscc>(PartlyHandedOver.FirstSscc), TestContext.Current.CancellationToken)).Expect().Parcel?.Value);

    [Fact]
    public async Task A_carton_that_nobody_packed_is_not_found() =>
        Assert.Equal("not-found", (await story.Host.Get(Role.Auditor, "/tracking/cartons/395212340000000021")).Expect(404).Code);
}
