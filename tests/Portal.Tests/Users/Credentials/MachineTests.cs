using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Credentials;

namespace Logistics.Portal.Tests.Users.Credentials;

public sealed class MachineTests(UserHost portal) : IClassFixture<UserHost>
{
    /// <summary>What is used up comes back by and by, so a slow machine needs more tries.</summary>
    const int MaxTries = 2000;

    [Fact]
    public async Task A_machine_gets_a_token_with_its_role_for_ten_minutes()
    {
        var token = portal.Get<Machines>().Make("export", Role.Association, "27", "test");

        var (status, answer) = await Exchange(token);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(600, (int)answer["expiresIn"]!);
        var caller = await portal.Get<Tokens>().Check((string)answer["token"]!);
        Assert.Equal((Role.Association, "27"), (caller!.Role, caller.Organisation));
        Assert.StartsWith("machine-", caller.Account, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await portal.Get<Tokens>().Check((string)answer["token"]!));
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once()
    {
        var token = portal.Get<Machines>().Make("revoked", Role.Auditor, "", "test");
        await Exchange(token);
        portal.Get<Machines>().Revoke(portal.Get<Machines>().List().Single(machine => machine.Name == "revoked").Id, "test");

        var (status, answer) = await Exchange(token);

        Assert.Equal((HttpStatusCode.Unauthorized, "token-required"), (status, (string?)answer["code"]));
        Assert.Contains(portal.Events(), one => one.Kind == UserEvent.MachineTokenRevoked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lgm_")]
    [InlineData("lgm_something")]
    [InlineData("something")]
    public async Task What_is_no_machines_token_gets_none(string token) => Assert.Equal(HttpStatusCode.Unauthorized, (await Exchange(token)).Status);

    [Fact]
    public async Task A_machines_own_token_is_no_token_for_a_service()
    {
        Assert.Null(await portal.Get<Tokens>().Check(portal.Get<Machines>().Make("export", Role.Auditor, "", "test")));
    }

    [Fact]
    public async Task Guessing_tokens_is_slowed_down()
    {
        await using var alone = new UserHost();
        await alone.InitializeAsync();
        var answers = new List<HttpStatusCode>();
        while (answers.Count < MaxTries && (answers.Count == 0 || answers[^1] == HttpStatusCode.Unauthorized))
            answers.Add((await Exchange("lgm_guess", alone)).Status);

        Assert.True(answers.Count > 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Trying_one_code_after_the_other_is_slowed_down_for_who_is_not_signed_in()
    {
        await using var alone = new UserHost();
        await alone.InitializeAsync();
        using var signedIn = await alone.SignedIn(alone.Somebody());
        using var visitor = alone.Visit();
        var (tries, page) = (0, new Page(404, "", null));
        while (tries < MaxTries && page.Status == 404)
            page = await visitor.Get($"/t/D-2020-{++tries:0000}");

        Assert.True(tries > 300);
        Assert.Equal(429, page.Status);
        Assert.Equal(200, (await visitor.Get("/account/sign-in")).Status);
        Assert.NotEqual(429, (await signedIn.Get("/t/D-2020-0301")).Status);
    }

    Task<(HttpStatusCode Status, JsonNode Body)> Exchange(string token) => Exchange(token, portal);

    static async Task<(HttpStatusCode Status, JsonNode Body)> Exchange(string token, UserHost portal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/tokens");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await portal.Host.Send(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
