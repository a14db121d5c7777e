using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Profile;

public sealed class ChangePasswordTests(UserHost portal) : IClassFixture<UserHost>
{
    [Fact]
    public async Task A_new_password_keeps_this_browser_and_ends_the_others()
    {
        var somebody = portal.Somebody();
        using var desk = await portal.SignedIn(somebody);
        using var telephone = await portal.SignedIn(somebody);

        var page = await desk.Submit("/account/password", [("current", UserHost.Password), ("password", "another horse battery")]);

        Assert.Equal(302, page.Status);
        Assert.Equal(200, (await desk.Get("/account")).Status);
        Assert.Equal(302, (await telephone.Get("/account")).Status);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.PasswordChanged);
    }

    [Theory]
    [InlineData("wrong", "another horse battery", "Your password now is not right")]
    [InlineData(UserHost.Password, "short", "too easy to guess")]
    [InlineData(UserHost.Password, "aaaaaaaaaaaaaaaaaaaa", "too easy to guess")]
    public async Task A_password_changes_only_by_who_knows_it_and_for_a_good_one(string current, string password, string text)
    {
        using var visitor = await portal.SignedIn(portal.Somebody());

        Assert.Contains(text, (await visitor.Submit("/account/password", [("current", current), ("password", password)])).Text, StringComparison.Ordinal);
    }
}
