using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Web;

/// <summary>Serves the embedded style sheet, modules and pictures. Addresses contain the hash of the content, so browsers cache them permanently.</summary>
public sealed partial class Assets
{
    const string Prefix = "Assets/";

    readonly FrozenDictionary<string, Asset> byName = Read();

    /// <summary>Gets the address of an asset. Modules import each other by <c>"./name.js"</c>, which is served as the address.</summary>
    /// <exception cref="KeyNotFoundException">No such file exists under Assets/.</exception>
    public string this[string name] => $"/assets/{byName[name].Hash}/{name}";

    public byte[] Content(string name) => byName[name].Content;

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{hash}/{name}", (string hash, string name, HttpContext context) =>
    {
        if (!byName.TryGetValue(name, out var asset))
            return Results.NotFound();
        context.Response.Headers.CacheControl = asset.Hash == hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.Type);
    }).ExcludeFromDescription();

    static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(Assets).Assembly;
        var read = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
            One(name[Prefix.Length..]);
        return read.ToFrozenDictionary(StringComparer.Ordinal);

        // Read after its imports, so that its hash covers theirs.
        Asset One(string name)
        {
            if (read.TryGetValue(name, out var known))
                return known;
            using var stream = assembly.GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"There is no asset {name}.");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (name.EndsWith(".js", StringComparison.Ordinal))
            {
                content = Encoding.UTF8.GetBytes(Import().Replace(
                    Encoding.UTF8.GetString(content),
                    import => $"from \"/assets/{One(import.Groups[1].Value).Hash}/{import.Groups[1].Value}\""));
            }

            return read[name] = new Asset(content, Convert.ToHexStringLower(SHA256.HashData(content))[..12], Type(name));
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

    sealed record Asset(byte[] Content, string Hash, string Type);
}
