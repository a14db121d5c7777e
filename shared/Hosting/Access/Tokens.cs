using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Logistics.Hosting.Access;

/// <summary>
/// Signs and checks the bearer tokens of all services: short-lived ES256 JWTs with one issuer and one audience, and the key id in the header.
/// </summary>
/// <param name="file">The operator's key, or null.</param>
/// <param name="sources">Other keys. The first source with a signing key takes precedence over the file.</param>
/// <param name="clock">Determines expiry.</param>
public sealed class Tokens(TokenKey? file, IReadOnlyList<IKeySource> sources, TimeProvider clock)
{
    const string Issuer = "logistics";
    const string Audience = "logistics";
    const string RoleClaim = "role";
    const string OrganisationClaim = "org";
    const int MaxRemembered = 10_000;
    const int MaxLength = 4_096;

    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> remembered = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads a key pair from a PEM file, or creates one that only its owner can read. A file with only the public key can check tokens but
    /// not sign them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file cannot be read or created, or does not contain such a key.</exception>
    public static Tokens FromFile(string path, TimeProvider clock) => new(TokenKey.FromFile(path), [], clock);

    /// <exception cref="InvalidOperationException">This program only checks tokens.</exception>
    public string Sign(Caller caller, TimeSpan lifetime)
    {
        var key = sources.Select(source => source.Current).FirstOrDefault(current => current is not null) ?? file;
        if (key is not { Security.PrivateKeyStatus: not PrivateKeyStatus.DoesNotExist })
            throw new InvalidOperationException("This program has no key that can sign tokens.");
        return handler.CreateToken(new SecurityTokenDescriptor
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
            SigningCredentials = new SigningCredentials(key.Security, SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <returns>Null if the token was issued elsewhere, has expired or lacks a claim.</returns>
    public async ValueTask<Caller?> Check(string token)
    {
        if (remembered.TryGetValue(token, out var known) && known.Until > clock.GetUtcNow())
            return known.Caller;
        if (Read(token) is not { Kid: { Length: > 0 } id, Alg: SecurityAlgorithms.EcdsaSha256 } read
            || await Find(id) is not { } key
            || !(await handler.ValidateTokenAsync(read, Checks(key))).IsValid
            || string.IsNullOrEmpty(read.Subject)
            || !read.TryGetPayloadValue<string>(RoleClaim, out var roleName)
            || !Enum.TryParse<Role>(roleName, ignoreCase: true, out var role)
            || !Enum.IsDefined(role)
            || !read.TryGetPayloadValue<string>(OrganisationClaim, out var organisation))
            return null;
        var caller = new Caller(read.Subject, role, organisation);
        if (remembered.Count >= MaxRemembered)
            remembered.Clear();
        remembered[token] = (caller, new DateTimeOffset(read.ValidTo, TimeSpan.Zero));
        return caller;
    }

    async ValueTask<TokenKey?> Find(string id)
    {
        if (file?.Id == id)
            return file;
        foreach (var source in sources)
        {
            if (await source.Find(id) is { } key)
                return key;
        }

        return null;
    }

    TokenValidationParameters Checks(TokenKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = key.Security,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => until > clock.GetUtcNow().UtcDateTime && !(from > clock.GetUtcNow().UtcDateTime.AddMinutes(1)),
    };

    static JsonWebToken? Read(string token)
    {
        try
        {
            return token.Length is > 0 and <= MaxLength ? new JsonWebToken(token) : null;
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
