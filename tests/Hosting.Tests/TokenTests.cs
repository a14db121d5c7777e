using System.Security.Cryptography;
using System.Text;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Logistics.Hosting.Tests;

public sealed class TokenTests : IDisposable
{
    static readonly Caller Someone = new("someone", Role.Coordinator, "ngmo");

    readonly TemporaryFolder folder = new();
    readonly FakeTimeProvider clock = new();
    readonly Tokens tokens;

    public TokenTests() => tokens = Tokens.FromFile(KeyFile, clock);

    string KeyFile => Path.Combine(folder.Path, "token-key.pem");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_token_says_who_calls_until_it_expires()
    {
        var token = tokens.Sign(Someone, TimeSpan.FromMinutes(10));

        Assert.Equal(Someone, await tokens.Check(token));
        Assert.Equal(Someone, await tokens.Check(token));
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await tokens.Check(token));
        Assert.Null(await Tokens.FromFile(KeyFile, clock).Check(token));
    }

    [Fact]
    public async Task A_token_of_another_key_is_nothing()
    {
        var other = Tokens.FromFile(Path.Combine(folder.Path, "other.pem"), clock);

        Assert.Null(await tokens.Check(other.Sign(Someone, TimeSpan.FromMinutes(10))));
    }

    [Fact]
    public async Task A_public_key_checks_and_cannot_sign()
    {
        var token = tokens.Sign(Someone, TimeSpan.FromMinutes(10));
        var file = Path.Combine(folder.Path, "public.pem");
        await File.WriteAllTextAsync(file, Pair().ExportSubjectPublicKeyInfoPem());

        var checking = Tokens.FromFile(file, clock);

        Assert.Equal(Someone, await checking.Check(token));
        Assert.ThrowsAny<Exception>(() => checking.Sign(Someone, TimeSpan.FromMinutes(10)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Only_the_one_algorithm_counts(string algorithm)
    {
        var good = tokens.Sign(Someone, TimeSpan.FromMinutes(10)).Split('.');
        var head = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"{{TokenKey.FromFile(KeyFile).Id}}","typ":"JWT"}""");
        var secret = Encoding.UTF8.GetBytes(Pair().ExportSubjectPublicKeyInfoPem());
        var signature = algorithm == "none" ? "" : Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{head}.{good[1]}")));

        Assert.Null(await tokens.Check($"{head}.{good[1]}.{signature}"));
    }

    [Theory]
    [InlineData("other", "logistics", "someone", "coordinator", "ngmo")]
    [InlineData("logistics", "other", "someone", "coordinator", "ngmo")]
    [InlineData("logistics", "logistics", null, "coordinator", "ngmo")]
    [InlineData("logistics", "logistics", "someone", null, "ngmo")]
    [InlineData("logistics", "logistics", "someone", "emperor", "ngmo")]
    [InlineData("logistics", "logistics", "someone", "99", "ngmo")]
    [InlineData("logistics", "logistics", "someone", "coordinator", null)]
    public async Task Every_claim_must_be_there_and_ours(string issuer, string audience, string? account, string? role, string? organisation)
    {
        Assert.Null(await tokens.Check(Forge(issuer, audience, account, role, organisation, expires: true)));
    }

    [Fact]
    public async Task A_forged_token_is_right_but_for_what_is_forged()
    {
        Assert.Equal(Someone, await tokens.Check(Forge("logistics", "logistics", "someone", "coordinator", "ngmo", expires: true)));
        Assert.Null(await tokens.Check(Forge("logistics", "logistics", "someone", "coordinator", "ngmo", expires: false)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"kid\":\"unknown\",")]
    public async Task A_token_names_a_key_that_is_known(string kid)
    {
        var good = tokens.Sign(Someone, TimeSpan.FromMinutes(10)).Split('.');
        var signed = $"{Base64UrlEncoder.Encode($$"""{"alg":"ES256",{{kid}}"typ":"JWT"}""")}.{good[1]}";
        using var pair = Pair();

        Assert.Null(await tokens.Check($"{signed}.{Base64UrlEncoder.Encode(pair.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}"));
        Assert.Equal(Someone, await tokens.Check(string.Join('.', good)));
    }

    [Fact]
    public async Task A_changed_letter_makes_a_token_nothing()
    {
        var good = tokens.Sign(Someone, TimeSpan.FromMinutes(10));
        var parts = good.Split('.');
        var raised = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("coordinator", "admin", StringComparison.Ordinal));

        Assert.Null(await tokens.Check($"{parts[0]}.{raised}.{parts[2]}"));
        Assert.Null(await tokens.Check(good[..^4]));
        Assert.Null(await tokens.Check("not a token"));
        Assert.Null(await tokens.Check("a.b.c"));
        Assert.Null(await tokens.Check(""));
        Assert.Null(await tokens.Check(new string('a', 1_000_000)));
    }

    [Fact]
    public async Task Programs_that_start_together_share_one_key()
    {
        var path = Path.Combine(folder.Path, "new", "key.pem");

        var started = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Tokens.FromFile(path, clock))));

        foreach (var one in started)
            Assert.Equal(Someone, await started[0].Check(one.Sign(Someone, TimeSpan.FromMinutes(1))));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    ECDsa Pair()
    {
        var pair = ECDsa.Create();
        pair.ImportFromPem(File.ReadAllText(KeyFile));
        return pair;
    }

    string Forge(string issuer, string audience, string? account, string? role, string? organisation, bool expires)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        void Add(string name, string? value)
        {
            if (value is not null)
                claims[name] = value;
        }

        Add("sub", account);
        Add("role", role);
        Add("org", organisation);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = expires ? clock.GetUtcNow().AddMinutes(5).UtcDateTime : null,
            Claims = claims,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(Pair()) { KeyId = TokenKey.FromFile(KeyFile).Id }, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
