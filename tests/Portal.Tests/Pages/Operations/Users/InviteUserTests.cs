using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Operations.Users;

public sealed class InviteUserTests(UserHost portal) : IClassFixture<UserHost>
{
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
}
