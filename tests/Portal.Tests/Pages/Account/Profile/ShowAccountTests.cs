using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Profile;

public sealed class ShowAccountTests(UserHost portal) : IClassFixture<UserHost>
{
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
