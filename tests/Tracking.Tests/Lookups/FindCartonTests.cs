using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class FindCartonTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(1, "395212340000000014")]
    [InlineData(12, "D-2020-0001/G0002")]
    [InlineData(13, null)]
    public async Task The_cartons_are_counted_and_the_one_at_a_place_is_told(int? place, string? id)
    {
        var placed = (await new TrackingClient(story.Host.Calls(Role.Foundation))
            .FindCarton(PartlyHandedOver.Gift, new FindCartonQuery { Place = place }, TestContext.Current.CancellationToken)).Expect();

        Assert.Equal((12, id), (placed.Count, placed.Id?.Value));
    }

    [Fact]
    public async Task The_public_is_asked_to_sign_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tracking/donations/D-2020-0001/cartons");
        using var response = await story.Host.Send(request);

        Assert.Equal(401, (int)response.StatusCode);
    }
}
