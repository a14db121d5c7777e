using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Logistics.ServiceDefaults.Access;

/// <summary>Signs and checks the bearer tokens of all services: JWT, ES256, one issuer, one audience, short-lived.</summary>
public sealed class Tokens
{
    const string Issuer = "logistics";
    const string Audience = "logistics";
    const string RoleClaim = "role";
    const string OrganisationClaim = "org";
    const int MostRemembered = 10_000;

    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> remembered = new(StringComparer.Ordinal);
    readonly ECDsaSecurityKey key;
    readonly TimeProvider clock;
    readonly TokenValidationParameters checks;

    Tokens(ECDsa key, TimeProvider clock)
    {
        // The library's common cache would let a public key sign with the private one that it met before.
        this.key = new ECDsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory() };
        this.clock = clock;
        checks = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = this.key,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until > clock.GetUtcNow().UtcDateTime && !(from > clock.GetUtcNow().UtcDateTime.AddMinutes(1)),
        };
    }

    /// <summary>
    /// Reads the key pair of a PEM file, or makes one that only its owner can read. A file with the public key alone checks tokens and
    /// cannot sign them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file cannot be read or made, or holds no such key.</exception>
    public static Tokens FromFile(string path, TimeProvider clock)
    {
        try
        {
            if (!File.Exists(path))
                Make(path);
            var pair = ECDsa.Create();
            pair.ImportFromPem(File.ReadAllText(path));
            return new Tokens(pair, clock);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new InvalidOperationException($"The setting 'token-key' must name a PEM file with a P-256 key; '{path}' is not: {error.Message}", error);
        }
    }

    public string Sign(Caller caller, TimeSpan lifetime) => handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        IssuedAt = clock.GetUtcNow().UtcDateTime,
        Expires = clock.GetUtcNow().Add(lifetime).UtcDateTime,
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [JwtRegisteredClaimNames.Sub] = caller.Account,
            [RoleClaim] = caller.Role.ToString().ToLowerInvariant(),
            [OrganisationClaim] = caller.Organisation,
        },
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
    });

    /// <returns>Null for a token that is not ours, has expired or lacks a claim.</returns>
    public async ValueTask<Caller?> Check(string token)
    {
        if (remembered.TryGetValue(token, out var known) && known.Until > clock.GetUtcNow())
            return known.Caller;
        var result = await handler.ValidateTokenAsync(token, checks);
        if (!result.IsValid
            || result.SecurityToken is not JsonWebToken read
            || string.IsNullOrEmpty(read.Subject)
            || !read.TryGetPayloadValue<string>(RoleClaim, out var roleName)
            || !Enum.TryParse<Role>(roleName, ignoreCase: true, out var role)
            || !Enum.IsDefined(role)
            || !read.TryGetPayloadValue<string>(OrganisationClaim, out var organisation))
            return null;
        var caller = new Caller(read.Subject, role, organisation);
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[token] = (caller, new DateTimeOffset(read.ValidTo, TimeSpan.Zero));
        return caller;
    }

    /// <summary>Programs that start together over one folder each make a key; the first to put it in place wins.</summary>
    static void Make(string path)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var whole = $"{path}.{Guid.NewGuid():N}";
        using (var file = new StreamWriter(whole, options))
            file.Write(pair.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(whole, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(whole);
        }
    }
}
