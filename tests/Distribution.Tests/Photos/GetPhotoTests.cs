using Logistics.Client.Distribution;
using Logistics.Distribution.Photos;
using Logistics.Hosting.Access;

namespace Logistics.Distribution.Tests.Photos;

public sealed class GetPhotoTests
{
    [Fact]
    public async Task A_picture_of_another_association_is_not_there()
    {
        await using var hub = await Hub.WithParcels();
        var bytes = Pictures.Png(10, 10);
        var photo = (string)(await hub.TakePhoto("P-13-2020-0001", bytes, "13")).Expect(201)["photo"]!;

        Assert.Equal((await hub.Get($"/photos/{new string('0', 64)}", "27")).Expect(404).Text, (await hub.Get($"/photos/{photo}", "27")).Expect(404).Text);
        Assert.Equal(
            (await hub.TakePhoto("P-13-2020-0999", bytes, "27")).Expect(404).Text,
            (await hub.TakePhoto("P-13-2020-0001", bytes, "27")).Expect(404).Text);
        Assert.Equal("photo-unknown", (await hub.Receive("P-27-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 1, photos = new[] { photo } } } })).Expect(422).Code);
        (await hub.Get($"/photos/{photo}")).Expect(200);
    }
}
