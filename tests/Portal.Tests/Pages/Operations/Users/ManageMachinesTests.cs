using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Operations.Users;

public sealed class ManageMachinesTests(UserHost portal) : IClassFixture<UserHost>
{
    [Fact]
    public async Task The_token_is_shown_once_and_never_for_an_administrator()
    {
        using var visitor = await portal.SignedIn(portal.Somebody(Role.Admin));

        var page = await visitor.Submit("/operations/machines", [("name", "Stock export"), ("role", "Auditor")]);
        Assert.Contains("<code>lgm_", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lgm_", (await visitor.Get("/operations/machines")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>lgm_", (await visitor.Submit("/operations/machines", [("name", "Root"), ("role", "Admin")])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>lgm_", (await visitor.Submit("/operations/machines", [("name", "Osaka"), ("role", "Association")])).Text, StringComparison.Ordinal);
    }
}
