using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Profile;

public sealed class SetUpAuthenticatorTests(UserHost portal) : IClassFixture<UserHost>
{
    [Theory]
    [InlineData("On", "000000", UserHost.Password, "This code is not right")]
    [InlineData("On", null, "wrong password", "Your password now is not right")]
    public async Task The_second_factor_begins_only_with_a_right_code_and_the_password(string handler, string? code, string password, string text)
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);
        var key = SecondFactor.Key(await visitor.Get("/account/authenticator"));

        var page = await visitor.Submit("/account/authenticator", [("code", code ?? portal.Code(key)), ("password", password)], handler);

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.False(portal.Get<UserStore>().Find(somebody.Id)!.SecondFactor);
    }

    [Theory]
    [InlineData("Off")]
    [InlineData("RecoveryCodes")]
    public async Task The_second_factor_is_not_touched_without_the_password(string handler)
    {
        var (somebody, key, codes) = await portal.WithSecondFactor();
        using var visitor = await portal.HalfSignedIn(somebody);
        await visitor.Submit("/account/second-factor", [("code", portal.Code(key))]);

        await visitor.Submit("/account/authenticator", [("password", "wrong")], handler);

        Assert.True(portal.Get<UserStore>().Find(somebody.Id)!.SecondFactor);
        using var later = await portal.HalfSignedIn(somebody);
        Assert.Equal(302, (await later.Submit("/account/recovery-code", [("code", codes[0])])).Status);
    }

    [Fact]
    public async Task Turned_off_the_second_factor_is_asked_for_no_more()
    {
        var (somebody, key, _) = await portal.WithSecondFactor();
        using var visitor = await portal.HalfSignedIn(somebody);
        await visitor.Submit("/account/second-factor", [("code", portal.Code(key))]);

        Assert.Equal(302, (await visitor.Submit("/account/authenticator", [("password", UserHost.Password)], "Off")).Status);

        using var later = portal.Visit();
        Assert.Equal("/coordinator", (await later.SignIn(somebody.Email, UserHost.Password)).Location);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.SecondFactorOff);
    }
}
