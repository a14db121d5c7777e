using System.Security.Cryptography;
using Logistics.Hosting.Configuration;
using Microsoft.IdentityModel.Tokens;
using Polly;
using Polly.Retry;

namespace Logistics.Hosting.Access;

/// <summary>A P-256 key pair that signs and checks tokens, or a public key that only checks them.</summary>
public sealed class TokenKey
{
    readonly ECDsa pair;

    TokenKey(ECDsa pair)
    {
        if (pair.KeySize != 256)
            throw new CryptographicException("The key is not on the curve P-256.");
        this.pair = pair;
        // With the library's shared cache, a public key could sign using the private key it was cached with.
        Security = new ECDsaSecurityKey(pair) { CryptoProviderFactory = new CryptoProviderFactory() };
        Security.KeyId = Id = Base64UrlEncoder.Encode(Security.ComputeJwkThumbprint());
    }

    /// <summary>Gets the key id in the header of its tokens: the thumbprint of RFC 7638, which is unique to the key.</summary>
    public string Id { get; }

    internal ECDsaSecurityKey Security { get; }

    public static TokenKey Make() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">The key is not a P-256 key.</exception>
    /// <exception cref="ArgumentException">The text is not PEM.</exception>
    public static TokenKey FromPem(string pem)
    {
        var imported = ECDsa.Create();
        imported.ImportFromPem(pem);
        return new TokenKey(imported);
    }

    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    /// <exception cref="FormatException">A coordinate is not base64url.</exception>
    public static TokenKey FromPublished(PublishedKey published) => new(ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Base64UrlEncoder.DecodeBytes(published.X), Y = Base64UrlEncoder.DecodeBytes(published.Y) },
    }));

    /// <exception cref="InvalidOperationException">The file cannot be read or created, or does not contain such a key.</exception>
    public static TokenKey FromFile(string path)
    {
        try
        {
            if (!File.Exists(path))
                WriteNew(path);
            return FromPem(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new InvalidOperationException($"The setting 'token-key' must name a PEM file with a P-256 key; '{path}' is not: {error.Message}", error);
        }
    }

    public string PrivatePem() => pair.ExportPkcs8PrivateKeyPem();

    public PublishedKey Publish()
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new PublishedKey("EC", "P-256", "sig", SecurityAlgorithms.EcdsaSha256, Id, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }

    /// <summary>Creates the key. If several programs start in the same folder, one creates it and the others wait.</summary>
    static void WriteNew(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var held = Hold($"{path}.lock");
        if (File.Exists(path))
            return;
        var whole = $"{path}.new";
        using (var file = new StreamWriter(PrivateFile.Open(whole, FileMode.Create)))
            file.Write(Make().PrivatePem());
        File.Move(whole, path);
    }

    /// <summary>Acquires a lock file: a move without replacement checks first and moves later, so it cannot exclude a second program.</summary>
    static FileStream Hold(string path) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<IOException>(),
            MaxRetryAttempts = 1_000,
            Delay = TimeSpan.FromMilliseconds(10),
        })
        .Build()
        .Execute(() => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
}

/// <summary>A public key as a JWK (RFC 7517).</summary>
public sealed record PublishedKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);

/// <summary>A JWK set.</summary>
public sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys)
{
    /// <summary>Path at which the portal publishes its keys.</summary>
    public const string Path = "/.well-known/jwks.json";
}
