using System.Text.Json;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Credentials;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Logistics.Portal.Tests.Users.Credentials;

public sealed class SigningKeyTests(UserHost portal) : IClassFixture<UserHost>
{
    static readonly Caller Someone = new("someone", Role.Coordinator, "");

    [Fact]
    public async Task Keys_are_published_without_their_private_half()
    {
        using var visitor = portal.Visit();

        var page = await visitor.Get(PublishedKeys.Path);

        var keys = JsonDocument.Parse(page.Text).RootElement.GetProperty("keys").EnumerateArray().ToList();
        Assert.Contains(portal.Get<SigningKeys>().Current.Id, keys.Select(key => key.GetProperty("kid").GetString()));
        Assert.All(keys, key => Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_key_signs_for_thirty_days_and_the_next_is_known_before()
    {
        await using var alone = new UserHost();
        await alone.InitializeAsync();
        var (keys, tokens) = (alone.Get<SigningKeys>(), alone.Get<Tokens>());
        var first = keys.Current.Id;
        alone.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal([first], Ids());

        alone.Clock.Advance(TimeSpan.FromDays(1.5));
        Assert.Equal(first, keys.Current.Id);
        var next = Assert.Single(Ids(), id => id != first);
        var old = tokens.Sign(Someone, TimeSpan.FromMinutes(5));
        Assert.Equal(first, new JsonWebToken(old).Kid);

        alone.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(next, keys.Current.Id);
        Assert.Equal(next, new JsonWebToken(tokens.Sign(Someone, TimeSpan.FromMinutes(5))).Kid);
        Assert.Null(await tokens.Check(old));
        alone.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(first, Ids());

        IEnumerable<string> Ids() => keys.Publish().Keys.Select(key => key.Kid);
    }

    [Fact]
    public async Task A_token_outlives_the_change_of_the_key_until_it_expires()
    {
        await using var alone = new UserHost();
        await alone.InitializeAsync();
        var (keys, tokens) = (alone.Get<SigningKeys>(), alone.Get<Tokens>());
        var first = keys.Current.Id;
        alone.Clock.Advance(TimeSpan.FromDays(29.5));
        Assert.Equal(first, keys.Current.Id);
        alone.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(2));
        var old = tokens.Sign(Someone, TimeSpan.FromMinutes(5));
        Assert.Equal(first, new JsonWebToken(old).Kid);

        alone.Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.NotEqual(first, keys.Current.Id);
        Assert.Equal(Someone, await tokens.Check(old));
    }

    [Fact]
    public async Task Keys_outlive_a_restart()
    {
        var token = portal.Get<Tokens>().Sign(Someone, TimeSpan.FromMinutes(5));

        await portal.Restart();

        Assert.Equal(Someone, await portal.Get<Tokens>().Check(token));
    }

    [Fact]
    public async Task A_service_elsewhere_accepts_what_the_portal_signs()
    {
        using var http = new HttpClient();
        var remote = new RemoteKeys(new Uri($"{portal.Host.Address}{PublishedKeys.Path}"), http, portal.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<RemoteKeys>.Instance);
        var elsewhere = new Tokens(null, [remote], portal.Clock);

        Assert.Equal(Someone, await elsewhere.Check(portal.Get<Tokens>().Sign(Someone, TimeSpan.FromMinutes(5))));
        Assert.Throws<InvalidOperationException>(() => elsewhere.Sign(Someone, TimeSpan.FromMinutes(5)));
    }
}
