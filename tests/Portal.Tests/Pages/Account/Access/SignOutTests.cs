using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Access;

public sealed class SignOutTests(UserHost portal) : IClassFixture<UserHost>
{
    [Fact]
    public async Task A_cookie_that_was_signed_out_is_worth_nothing()
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);
        using var thief = new Visitor(new Uri(portal.Host.Address), "thief") { Cookies = new(visitor.Cookies, StringComparer.Ordinal) };

        Assert.Equal(200, (await thief.Get("/account")).Status);
        await visitor.Submit("/account/sign-out", []);

        Assert.Equal(302, (await thief.Get("/account")).Status);
    }
}
