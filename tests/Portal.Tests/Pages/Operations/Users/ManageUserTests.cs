using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Operations.Users;

public sealed class ManageUserTests(UserHost portal) : IClassFixture<UserHost>
{
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
}
