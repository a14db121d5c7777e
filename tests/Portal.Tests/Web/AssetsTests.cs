using System.IO.Compression;
using System.Net;
using Logistics.Portal.Web;
using Logistics.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Tests.Web;

public sealed class AssetsTests
{
    [Theory]
    [InlineData("portal.css", "br, gzip", "br")]
    [InlineData("outbox.js", "gzip, br;q=0.5", "br")]
    [InlineData("portal.js", "gzip", "")]
    [InlineData("portal.js", "br;q=0", "")]
    [InlineData("icon-192.png", "br", "")]
    public async Task Text_is_compressed_for_those_who_take_it(string name, string accepted, string encoding)
    {
        await using var host = await RunningHost.Start(PortalSlices.Define());
        var assets = host.Services.GetRequiredService<Logistics.Portal.Web.Assets>();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(assets[name], UriKind.Relative)) { Headers = { { "Accept-Encoding", accepted } } };

        using var response = await host.Send(request);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, string.Join(", ", response.Content.Headers.ContentEncoding));
        Assert.Equal(assets.Content(name), encoding.Length > 0 ? Decompress(body) : body);
        Assert.True(encoding.Length == 0 || body.Length < assets.Content(name).Length / 2);
    }

    [Fact]
    public void A_changed_file_of_the_sources_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var style = Path.Combine(folder.Path, "portal.css");
        File.WriteAllText(style, "a");
        var before = PortalFiles.Read("Assets", folder.Path)["portal.css"];

        File.WriteAllText(style, "b");

        Assert.Equal("a"u8.ToArray(), before);
        Assert.Equal("b"u8.ToArray(), PortalFiles.Read("Assets", folder.Path)["portal.css"]);
    }

    static byte[] Decompress(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        brotli.CopyTo(whole);
        return whole.ToArray();
    }
}
