using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Pages;

/// <summary>Style sheet, modules and pictures, embedded in the program. The address holds the hash of the content, so it is kept for ever.</summary>
public sealed class Assets
{
    const string Prefix = "Assets/";

    readonly FrozenDictionary<string, Asset> byName = Read();

    /// <summary>The address of an asset. Modules find each other relative to it only where they are in the page's import.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file under Assets/.</exception>
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
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return new Asset(content, Convert.ToHexStringLower(SHA256.HashData(content))[..12], Type(name));
            },
            StringComparer.Ordinal);
    }

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
