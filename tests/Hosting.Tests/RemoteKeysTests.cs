using System.Net;
using System.Net.Http.Json;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Logistics.Hosting.Tests;

public sealed class RemoteKeysTests : IDisposable
{
    static readonly Caller Someone = new("someone", Role.Coordinator, "ngmo");

    readonly FakeTimeProvider clock = new();
    readonly Portal portal = new();
    readonly HttpClient http;
    readonly Tokens tokens;

    public RemoteKeysTests()
    {
        http = new HttpClient(portal);
        tokens = new Tokens(null, [new RemoteKeys(new Uri("http://portal/keys"), http, clock, NullLogger<RemoteKeys>.Instance)], clock);
    }

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_new_key_is_asked_for_when_a_token_names_it()
    {
        Assert.Equal(Someone, await tokens.Check(Sign(portal.Key)));
        Assert.Equal(1, portal.Asked);

        portal.Key = TokenKey.Make();
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(Someone, await tokens.Check(Sign(portal.Key)));
        Assert.Equal(2, portal.Asked);
    }

    [Fact]
    public async Task Unknown_keys_do_not_make_it_ask_again_and_again()
    {
        for (var i = 0; i < 100; i++)
            Assert.Null(await tokens.Check(Sign(TokenKey.Make())));
        Assert.Equal(1, portal.Asked);

        clock.Advance(TimeSpan.FromSeconds(4));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Assert.Null(await tokens.Check(Sign(TokenKey.Make())))));
        Assert.Equal(2, portal.Asked);
    }

    [Fact]
    public async Task Known_keys_go_on_while_the_portal_is_away()
    {
        await tokens.Check(Sign(portal.Key));
        portal.IsAway = true;
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Someone, await tokens.Check(Sign(portal.Key)));
        Assert.Null(await tokens.Check(Sign(TokenKey.Make())));
        portal.IsAway = false;
        clock.Advance(TimeSpan.FromSeconds(4));
        portal.Key = TokenKey.Make();
        Assert.Equal(Someone, await tokens.Check(Sign(portal.Key)));
    }

    [Fact]
    public async Task A_key_that_is_no_longer_published_counts_no_more_once_that_is_known()
    {
        var former = portal.Key;
        await tokens.Check(Sign(former));
        portal.Key = TokenKey.Make();
        clock.Advance(TimeSpan.FromMinutes(6));
        await tokens.Check(Sign(portal.Key));

        Assert.Null(await tokens.Check(Sign(former)));
    }

    [Fact]
    public async Task A_published_name_does_not_make_another_key_of_the_operators()
    {
        using var folder = new TemporaryFolder();
        var file = TokenKey.FromFile(Path.Combine(folder.Path, "key.pem"));
        portal.Claims = file.Id;
        var both = new Tokens(file, [new RemoteKeys(new Uri("http://portal/keys"), http, clock, NullLogger<RemoteKeys>.Instance)], clock);

        var forged = Sign(portal.Key);
        var head = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode($$"""{"alg":"ES256","kid":"{{file.Id}}","typ":"JWT"}""");

        Assert.Null(await both.Check($"{head}.{forged.Split('.', 2)[1]}"));
        Assert.Equal(Someone, await both.Check(Sign(file)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"x","x":"AA","y":"AA"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"x","n":"AA","e":"AQAB"}]}""")]
    public async Task An_answer_that_holds_no_keys_is_no_keys(string answer)
    {
        portal.Says = answer;

        Assert.Null(await tokens.Check(Sign(portal.Key)));
    }

    string Sign(TokenKey key) => new Tokens(key, [], clock).Sign(Someone, TimeSpan.FromHours(2));

    sealed class Portal : HttpMessageHandler
    {
        public TokenKey Key { get; set; } = TokenKey.Make();

        public string? Claims { get; set; }

        public string? Says { get; set; }

        public bool IsAway { get; set; }

        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            if (IsAway)
                throw new HttpRequestException("away");
            var key = Key.Publish();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = Says is null ? JsonContent.Create(new PublishedKeys([Claims is null ? key : key with { Kid = Claims }])) : new StringContent(Says, null, "application/json"),
            });
        }
    }
}
