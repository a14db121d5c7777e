using System.Text.Json;
using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Operations.Users;

public sealed class ListUserEventsTests(UserHost portal) : IClassFixture<UserHost>
{
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
}
