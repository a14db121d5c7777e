using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Tests.Pages.Account.Access;

public sealed class AcceptInvitationTests(UserHost portal) : IClassFixture<UserHost>
{
    const string Over = "This link was used already";

    [Fact]
    public async Task A_link_makes_an_account_with_the_role_that_was_meant()
    {
        var link = Link(Role.Association, "27");
        using var visitor = portal.Visit();

        var page = await visitor.Submit(link, [.. Filled("invited-1@example.jp"), ("role", "admin"), ("organisation", "13")]);

        Assert.Equal((302, "/association"), (page.Status, page.Location));
        var account = portal.Get<UserStore>().List().Single(one => one.Email == "invited-1@example.jp");
        Assert.Equal((Role.Association, "27", "ja"), (account.Role, account.Organisation, account.Language));
        Assert.Contains(portal.Events(account.Id), one => one.Kind == UserEvent.Accepted && one.Facts.Contains("test-admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_counts_once_even_for_two_at_the_same_time()
    {
        var link = Link(Role.Coordinator);

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            using var visitor = portal.Visit();
            return await visitor.Submit(link, Filled($"race-{i}@example.jp"));
        }));

        Assert.Single(pages, page => page.Status == 302);
        Assert.Single(portal.Get<UserStore>().List(), account => account.Email.StartsWith("race-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_over_after_seven_days()
    {
        var link = Link(Role.Coordinator);
        using var visitor = portal.Visit();
        portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Over, (await visitor.Get(link)).Text, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains(Over, (await visitor.Get(link)).Text, StringComparison.Ordinal);
        Assert.Null(await Accept(Token(link), "late@example.jp"));
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_is_over()
    {
        var link = Link(Role.Coordinator);
        await Use(async invitations =>
        {
            invitations.Withdraw(invitations.Find(Token(link))!.Id, "test-admin");
            return 0;
        });

        Assert.Null(await Accept(Token(link), "withdrawn@example.jp"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-token")]
    public async Task A_link_that_is_none_reads_like_one_that_is_over(string token)
    {
        using var visitor = portal.Visit();

        Assert.Contains(Over, (await visitor.Get($"/account/invitation?token={token}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new@example.jp", "", "a good long password", "Enter a name")]
    [InlineData("not an address", "Name", "a good long password", "not an e-mail address")]
    [InlineData("Name <new@example.jp>", "Name", "a good long password", "not an e-mail address")]
    [InlineData("new@example.jp", "Name", "short", "too easy to guess")]
    [InlineData("new-person@example.jp", "Name", "my new-person password", "too easy to guess")]
    public async Task What_is_wrong_with_the_form_is_said_and_the_link_still_counts(string email, string name, string password, string text)
    {
        var link = Link(Role.Coordinator);
        using var visitor = portal.Visit();

        var page = await visitor.Submit(link, [("email", email), ("name", name), ("language", "en"), ("password", password)]);

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.NotNull(await Accept(Token(link), $"{Guid.NewGuid():N}@example.jp"));
    }

    [Fact]
    public async Task An_address_has_one_account_in_any_writing()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();

        var page = await visitor.Submit(Link(Role.Coordinator), Filled(somebody.Email.ToUpperInvariant()));

        Assert.Contains("has an account already", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_what_was_before()
    {
        var somebody = portal.Somebody();
        using var before = await portal.SignedIn(somebody);
        var token = (await Use(async invitations => invitations.MakeFor(somebody.Id, "test-admin")))!;
        using var visitor = portal.Visit();

        var page = await visitor.Submit($"/account/invitation?token={token}", [("password", "another horse battery")]);

        Assert.Equal((302, "/coordinator"), (page.Status, page.Location));
        Assert.Equal(302, (await before.Get("/account")).Status);
        using var old = portal.Visit();
        Assert.Equal(200, (await old.SignIn(somebody.Email, UserHost.Password)).Status);
        Assert.Equal(302, (await old.SignIn(somebody.Email, "another horse battery")).Status);
    }

    [Fact]
    public async Task A_link_for_a_new_password_neither_opens_a_locked_account_nor_a_closed_one()
    {
        portal.Somebody(Role.Admin);
        var locked = portal.Somebody();
        var token = (await Use(async invitations => invitations.MakeFor(locked.Id, "test-admin")))!;
        portal.Get<Administration>().Lock(locked.Id, "test-admin");
        using var visitor = portal.Visit();
        await visitor.Submit($"/account/invitation?token={token}", [("password", "another horse battery")]);
        Assert.Equal(302, (await visitor.Get("/account")).Status);

        var closed = portal.Somebody();
        token = (await Use(async invitations => invitations.MakeFor(closed.Id, "test-admin")))!;
        portal.Get<Administration>().Disable(closed.Id, "test-admin");
        Assert.Contains(Over, (await visitor.Get($"/account/invitation?token={token}")).Text, StringComparison.Ordinal);
        Assert.Null(await Use(async invitations => invitations.MakeFor(closed.Id, "test-admin")));
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_and_only_where_nobody_is()
    {
        await using var fresh = new UserHost();
        await fresh.InitializeAsync();
        var old = Invitations.MakeFirst(fresh.Get<UserDatabase>())!;
        var token = Invitations.MakeFirst(fresh.Get<UserDatabase>())!;
        using var visitor = fresh.Visit();
        Assert.Contains(Over, (await visitor.Get($"/account/first-administrator?token={old}")).Text, StringComparison.Ordinal);

        var page = await visitor.Submit($"/account/first-administrator?token={token}", Filled("first@example.jp"));

        Assert.Equal((302, "/operations"), (page.Status, page.Location));
        Assert.Equal(Role.Admin, Assert.Single(fresh.Get<UserStore>().List()).Role);
        Assert.Null(Invitations.MakeFirst(fresh.Get<UserDatabase>()));
        using var later = fresh.Visit();
        Assert.Contains(Over, (await later.Get($"/account/first-administrator?token={token}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_link_is_over_once_there_is_an_account_and_after_a_day()
    {
        await using var fresh = new UserHost();
        await fresh.InitializeAsync();
        var token = Invitations.MakeFirst(fresh.Get<UserDatabase>())!;
        fresh.Somebody();
        using var scope = fresh.Host.Services.CreateScope();
        var (_, fault) = await scope.ServiceProvider.GetRequiredService<Invitations>().Accept(token, "second@example.jp", "Second", "en", "a good long password");
        Assert.Equal(UserFault.LinkOver, fault);

        fresh.Clock.Advance(TimeSpan.FromHours(25));
        using var visitor = fresh.Visit();
        Assert.Contains(Over, (await visitor.Get($"/account/first-administrator?token={token}")).Text, StringComparison.Ordinal);
    }

    static (string, string)[] Filled(string email) => [("email", email), ("name", "Somebody"), ("language", "ja"), ("password", "a good long password")];

    static string Token(string link) => link.Split('=')[1];

    string Link(Role role, string organisation = "") => Use(async invitations => $"/account/invitation?token={invitations.Make(role, organisation, "ja", "test-admin")}").Result;

    async Task<string?> Accept(string token, string email) =>
        await Use(async invitations => (await invitations.Accept(token, email, "Somebody", "en", "a good long password")).Account?.Id);

    async Task<T> Use<T>(Func<Invitations, Task<T>> work)
    {
        using var scope = portal.Host.Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<Invitations>());
    }
}
