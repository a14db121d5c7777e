using System.Text.Json;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Credentials;

namespace Logistics.Portal.Tests.Users.Management;

public sealed class AdministrationTests(UserHost portal) : IClassFixture<UserHost>
{
    [Theory]
    [InlineData(Role.Foundation)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Association)]
    public async Task Accounts_are_for_administrators_and_auditors(Role role)
    {
        using var visitor = await portal.SignedIn(portal.Somebody(role, role == Role.Association ? "13" : ""));

        foreach (var path in new[] { "/operations/accounts", "/operations/accounts/invite", "/operations/accounts/person-1", "/operations/accounts/events", "/operations/machines" })
            Assert.Equal(404, (await visitor.Get(path)).Status);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(portal.Somebody(Role.Auditor));
        Assert.Equal(200, (await visitor.Get("/operations/accounts")).Status);
        Assert.Equal(200, (await visitor.Get($"/operations/accounts/{somebody.Id}")).Status);
        Assert.Equal(404, (await visitor.Get("/operations/accounts/invite")).Status);

        foreach (var (path, handler) in new[]
        {
            ($"/operations/accounts/{somebody.Id}", "Lock"), ($"/operations/accounts/{somebody.Id}", "Unlock"), ($"/operations/accounts/{somebody.Id}", "Role"),
            ($"/operations/accounts/{somebody.Id}", "Disable"), ($"/operations/accounts/{somebody.Id}", "Reset"), ("/operations/accounts", "Withdraw"),
            ("/operations/machines", ""), ("/operations/machines", "Revoke"), ("/operations/accounts/invite", ""),
        })
        {
            var token = await visitor.Submit("/account", [("name", "x")]) is { } ? await Form(visitor) : "";
            var page = await visitor.Post($"{path}?handler={handler}", [("__RequestVerificationToken", token), ("role", "Admin"), ("sure", "true"), ("name", "machine")]);
            Assert.Equal((404, $"{path} {handler}"), (page.Status, $"{path} {handler}"));
        }

        Assert.Equal(UserState.Active, portal.Get<UserStore>().Find(somebody.Id)!.State);
        Assert.Empty(portal.Get<Machines>().List());

        static async Task<string> Form(Visitor visitor) =>
            System.Text.RegularExpressions.Regex.Match((await visitor.Get("/account")).Text, "value=\"(CfDJ[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
    }

    [Fact]
    public async Task An_administrator_invites_by_a_link_that_is_shown_once()
    {
        using var visitor = await portal.SignedIn(portal.Somebody(Role.Admin));

        var page = await visitor.Submit("/operations/accounts/invite", [("role", "Association"), ("organisation", "１３"), ("language", "ja")]);

        var token = System.Text.RegularExpressions.Regex.Match(page.Text, "/account/invitation\\?token=([A-Za-z0-9_-]+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, (await visitor.Get("/operations/accounts")).Text, StringComparison.Ordinal);
        using var invited = portal.Visit();
        Assert.Contains("<dd>13</dd>", (await invited.Get($"/account/invitation?token={token}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_association_is_invited_with_its_code_only()
    {
        using var visitor = await portal.SignedIn(portal.Somebody(Role.Admin));

        foreach (var organisation in new[] { "", "99", "東京" })
        {
            var page = await visitor.Submit("/operations/accounts/invite", [("role", "Association"), ("organisation", organisation), ("language", "ja")]);
            Assert.Contains("An association needs its code", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        var administration = portal.Get<Administration>();
        foreach (var admin in portal.Get<UserStore>().List().Where(one => one is { Role: Role.Admin, State: UserState.Active }).Skip(1))
            administration.Disable(admin.Id, "test");
        if (!portal.Get<UserStore>().List().Exists(one => one is { Role: Role.Admin, State: UserState.Active }))
            portal.Somebody(Role.Admin);
        var last = portal.Get<UserStore>().List().Single(one => one is { Role: Role.Admin, State: UserState.Active }).Id;

        Assert.Equal(UserFault.LastAdministrator, administration.Lock(last, "test"));
        Assert.Equal(UserFault.LastAdministrator, administration.Disable(last, "test"));
        Assert.Equal(UserFault.LastAdministrator, administration.ChangeRole(last, Role.Auditor, "", "test"));
        portal.Somebody(Role.Admin);
        Assert.Null(administration.Disable(last, "test"));
        Assert.Equal(UserFault.Gone, administration.Disable(last, "test"));
        Assert.Equal(UserFault.Gone, administration.Unlock(last, "test"));
        Assert.Equal(UserFault.Gone, administration.Lock("nobody", "test"));
    }

    [Fact]
    public async Task An_unlocked_account_signs_in_again_also_after_wrong_passwords()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();
        for (var i = 0; i < 5; i++)
            await visitor.SignIn(somebody.Email, "wrong");

        portal.Get<Administration>().Unlock(somebody.Id, "test");

        Assert.Equal(302, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
    }

    [Fact]
    public async Task The_records_tell_who_did_what_and_nothing_personal()
    {
        var admin = portal.Somebody(Role.Admin);
        var somebody = portal.Somebody();
        using var administrator = await portal.SignedIn(admin);
        using var visitor = portal.Visit();
        await visitor.SignIn(somebody.Email, "wrong");
        await visitor.SignIn(somebody.Email, UserHost.Password);
        await visitor.SignIn("secret-name@example.jp", "wrong");
        await administrator.Submit($"/operations/accounts/{somebody.Id}", [("role", "Auditor")], "Role");
        await administrator.Submit($"/operations/accounts/{somebody.Id}", [], "Lock");

        var events = portal.Events(somebody.Id);

        Assert.Equal(
            [UserEvent.Locked, UserEvent.RoleChanged, UserEvent.SignedIn, UserEvent.SignInFailed],
            events.Select(one => one.Kind));
        Assert.Equal([admin.Id, admin.Id, somebody.Id, ""], events.Select(one => one.Actor));
        var whole = JsonSerializer.Serialize(portal.Events());
        Assert.DoesNotContain("@", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(somebody.Name, whole, StringComparison.Ordinal);
        Assert.Contains(somebody.Name, (await administrator.Get($"/operations/accounts/events?account={somebody.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_language_are_ones_own_to_change()
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);

        await visitor.Submit("/account", [("name", "新しい 名前"), ("language", "ja"), ("role", "admin")]);

        var account = portal.Get<UserStore>().Find(somebody.Id)!;
        Assert.Equal(("新しい 名前", "ja", Role.Coordinator), (account.Name, account.Language, account.Role));
        Assert.Contains("lang=\"ja\"", (await visitor.Get("/account")).Text, StringComparison.Ordinal);
    }
}
