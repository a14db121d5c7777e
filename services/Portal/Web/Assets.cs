using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace Logistics.Portal.Web;

/// <summary>
/// Serves the style sheet, the modules and the icons. An address holds the hash of the content, so browsers keep it as long as they like.
/// Text is compressed once, on its first request.
/// </summary>
public sealed partial class Assets
{
    const string Folder = "Assets";
    const string Brotli = "br";

    readonly string? sources;
    readonly FrozenDictionary<string, Asset> read;

    public Assets(IHostEnvironment environment)
    {
        sources = PortalFiles.Sources(Folder, environment);
        read = Read(null);
    }

    FrozenDictionary<string, Asset> ByName => sources is null ? read : Read(sources);

    /// <summary>Returns the address of an asset. Modules import each other by <c>"./name.js"</c>, which is served as the address.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file under Assets/.</exception>
    public string this[string name] => $"/assets/{ByName[name].Hash}/{name}";

    public byte[] Content(string name) => ByName[name].Content;

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{hash}/{name}", (string hash, string name, HttpContext context) =>
    {
        if (!ByName.TryGetValue(name, out var asset))
            return Results.NotFound();
        context.Response.Headers.CacheControl = asset.Hash == hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (!asset.IsText)
            return Results.Bytes(asset.Content, asset.Type);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!TakesBrotli(context.Request))
            return Results.Bytes(asset.Content, asset.Type);
        context.Response.Headers.ContentEncoding = Brotli;
        return Results.Bytes(asset.Compressed.Value, asset.Type);
    }).ExcludeFromDescription();

    static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    static FrozenDictionary<string, Asset> Read(string? sources)
    {
        var files = PortalFiles.Read(Folder, sources);
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in files.Keys)
            One(name);
        return assets.ToFrozenDictionary(StringComparer.Ordinal);

        // Read after its imports, so that its hash covers theirs.
        Asset One(string name)
        {
            if (assets.TryGetValue(name, out var known))
                return known;
            var content = files.GetValueOrDefault(name) ?? throw new FileNotFoundException($"There is no asset {name}.");
            if (name.EndsWith(".js", StringComparison.Ordinal))
            {
                content = Encoding.UTF8.GetBytes(Import().Replace(
                    Encoding.UTF8.GetString(content),
                    import => $"from \"/assets/{One(import.Groups[1].Value).Hash}/{import.Groups[1].Value}\""));
            }

            return assets[name] = new Asset(content, Convert.ToHexStringLower(SHA256.HashData(content))[..12], Type(name));
        }
    }

    [GeneratedRegex(@"from ""\./([\w-]+\.js)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webmanifest" => "application/manifest+json",
        var other => throw new NotSupportedException($"Assets of the kind {other} are not served."),
    };

    sealed record Asset(byte[] Content, string Hash, string Type)
    {
        public bool IsText { get; } = !Type.StartsWith("image/png", StringComparison.Ordinal);

        public Lazy<byte[]> Compressed { get; } = new(() => Compress(Content));

        static byte[] Compress(byte[] content)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
                brotli.Write(content);
            return compressed.ToArray();
        }
    }
}
