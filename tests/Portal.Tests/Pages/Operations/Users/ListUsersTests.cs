using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Operations.Users;

public sealed class ListUsersTests(UserHost portal) : IClassFixture<UserHost>
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
}
