using Logistics.Client.Distribution;
using Logistics.Distribution.Photos;
using Logistics.Hosting.Access;

namespace Logistics.Distribution.Tests.Photos;

public sealed class TakePhotoTests
{
    public static TheoryData<string, byte[]> Formats => new()
    {
        { "image/jpeg", Pictures.Jpeg(4032, 3024) },
        { "image/png", Pictures.Png(4032, 3024) },
        { "image/webp", Pictures.WebPLossy(4032, 3024) },
        { "image/webp", Pictures.WebPLossless(4032, 3024) },
        { "image/webp", Pictures.WebPExtended(4032, 3024) },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_picture_is_known_by_its_content(string contentType, byte[] bytes)
    {
        var photo = TakePhoto.Read(bytes).Photo!;

        Assert.Equal((contentType, 4032, 3024), (photo.ContentType, photo.Width, photo.Height));
        Assert.Matches("^[0-9a-f]{64}$", photo.Hash);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void However_a_picture_is_cut_off_it_is_read_or_refused(string contentType, byte[] bytes)
    {
        Assert.NotEmpty(contentType);
        foreach (var length in Enumerable.Range(0, bytes.Length))
            Assert.True(TakePhoto.Read(bytes.AsMemory(0, length)) is { Photo: not null } or { Refusal.Code: "photo-format" });
    }

    [Fact]
    public void What_is_no_picture_is_refused_whatever_it_begins_with()
    {
        foreach (var bytes in new[]
        {
            [], "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "GIF89a"u8.ToArray(), Pictures.Jpeg(0, 10), Pictures.Png(10, 0),
            [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, .. Pictures.Jpeg(10, 10)],
            [0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8],
        })
            Assert.Equal("photo-format", TakePhoto.Read(bytes).Refusal!.Code);
    }

    [Fact]
    public void A_picture_above_10_MB_is_refused_with_both_sizes()
    {
        var refusal = TakePhoto.Read(new byte[DistributionRoutes.MaxPhotoBytes + 1]).Refusal!;

        Assert.Equal("photo-too-large", refusal.Code);
        Assert.Equal([11, 10], refusal.Facts.Select(fact => fact.Value));
        Assert.NotNull(TakePhoto.Read((byte[])[.. Pictures.Jpeg(10, 10), .. new byte[DistributionRoutes.MaxPhotoBytes - Pictures.Jpeg(10, 10).Length]]).Photo);
    }

    [Fact]
    public async Task A_picture_goes_with_its_receipt_and_outlives_a_rebuild()
    {
        await using var hub = await Hub.WithParcels();
        var bytes = Pictures.Jpeg(800, 600);
        var first = (await hub.TakePhoto("P-13-2020-0001", bytes, "13")).Expect(201);
        var again = (await hub.TakePhoto("P-13-2020-0001", bytes, "13")).Expect(200);
        var photo = (string)first["photo"]!;
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 230, damaged = 10, reason = "Wet", photos = new[] { photo } } } })).Expect(201);
        await hub.Log.Rebuild();

        Assert.Equal(photo, (string)again["photo"]!);
        Assert.Equal(1, await hub.Read("select count(*) from photo"));
        Assert.Equal([photo], (await hub.List("/receipts", "13"))[0]!["lines"]![0]!["photos"]!.AsArray().Select(one => (string)one!));
        Assert.Equal([photo], (await hub.List("/discrepancies", "13"))[0]!["photos"]!.AsArray().Select(one => (string)one!));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/distribution/photos/{photo}");
        request.Headers.Authorization = new("Bearer", hub.Host.Token(Role.Association, "13"));
        using var response = await hub.Host.Send(request);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(("inline", $"{photo[..12]}.jpeg"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
    }

    [Fact]
    public async Task A_parcel_keeps_a_hundred_pictures()
    {
        await using var hub = await Hub.WithParcels();
        for (var i = 1; i <= TakePhoto.MaxOfParcel; i++)
            (await hub.TakePhoto("P-13-2020-0001", Pictures.Png(i, 1), "13")).Expect(201);

        Assert.Equal("parcel-photos-many", (await hub.TakePhoto("P-13-2020-0001", Pictures.Png(1, 2), "13")).Expect(409).Code);
        (await hub.TakePhoto("P-13-2020-0001", Pictures.Png(1, 1), "13")).Expect(200);
        Assert.Equal("photo-format", (await hub.TakePhoto("P-13-2020-0001", "text"u8.ToArray(), "13")).Expect(422).Code);
    }
}
