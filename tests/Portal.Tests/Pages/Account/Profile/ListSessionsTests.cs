using System.Text.RegularExpressions;
using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Profile;

public sealed partial class ListSessionsTests(UserHost portal) : IClassFixture<UserHost>
{
    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_over_at_once()
    {
        var somebody = portal.Somebody();
        using var desk = await portal.SignedIn(somebody);
        using var telephone = await portal.SignedIn(somebody);
        var list = await desk.Get("/account/sessions");
        var mark = Assert.Single(Marks().Matches(list.Text)).Groups[1].Value;

        await desk.Submit("/account/sessions", [("session", mark)], "End");

        Assert.Equal(302, (await telephone.Get("/account")).Status);
        Assert.Equal(200, (await desk.Get("/account")).Status);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.SessionEnded);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var victim = portal.Somebody();
        using var theirs = await portal.SignedIn(victim);
        using var mine = await portal.SignedIn(portal.Somebody());
        var session = portal.Get<Sessions>().List(victim.Id).Single();

        await mine.Submit("/account/sessions", [("session", Secret.Hash(session.Id))], "End");
        portal.Get<Sessions>().Revoke(session.Id, "somebody-else");

        Assert.Equal(200, (await theirs.Get("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var somebody = portal.Somebody();
        using var desk = await portal.SignedIn(somebody);
        using var telephone = await portal.SignedIn(somebody);

        await desk.Submit("/account/sessions", [], "Everywhere");

        Assert.Equal(302, (await desk.Get("/account")).Status);
        Assert.Equal(302, (await telephone.Get("/account")).Status);
        Assert.Empty(portal.Get<Sessions>().List(somebody.Id));
    }

    [Fact]
    public async Task An_hour_without_a_page_ends_the_session_of_staff()
    {
        using var visitor = await portal.SignedIn(portal.Somebody());
        for (var i = 0; i < 3; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(200, (await visitor.Get("/account")).Status);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(302, (await visitor.Get("/account")).Status);
    }

    [Fact]
    public async Task Twelve_hours_end_the_session_of_staff_however_busy()
    {
        using var visitor = await portal.SignedIn(portal.Somebody());
        for (var i = 0; i < 15; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(45));
            Assert.Equal(200, (await visitor.Get("/account")).Status);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Equal(302, (await visitor.Get("/account")).Status);
    }

    [Fact]
    public async Task A_lock_another_role_and_the_end_of_an_account_count_at_the_next_page()
    {
        portal.Somebody(Role.Admin);
        var administration = portal.Get<Administration>();
        foreach (var change in new Func<string, UserFault?>[]
        {
            id => administration.Lock(id, "test"),
            id => administration.Disable(id, "test"),
            id => administration.ChangeRole(id, Role.Association, "27", "test"),
        })
        {
            var somebody = portal.Somebody(Role.Association, "13");
            using var visitor = await portal.SignedIn(somebody);

            Assert.Null(change(somebody.Id));

            Assert.Equal(302, (await visitor.Get("/account")).Status);
        }
    }

    [Fact]
    public async Task Sessions_outlive_a_restart()
    {
        using var visitor = await portal.SignedIn(portal.Somebody());
        var cookies = new Dictionary<string, string>(visitor.Cookies, StringComparer.Ordinal);

        await portal.Restart();

        using var later = new Visitor(new Uri(portal.Host.Address), "later") { Cookies = cookies };
        Assert.Equal(200, (await later.Get("/account")).Status);
    }

    [Fact]
    public async Task A_session_names_its_browser_and_no_more()
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);

        Assert.Equal("Firefox, Linux", Assert.Single(portal.Get<Sessions>().List(somebody.Id)).Browser);
    }

    [GeneratedRegex("name=\"session\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
