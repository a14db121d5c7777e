using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Access;

public sealed class SignInTests(UserHost portal) : IClassFixture<UserHost>
{
    const string Wrong = "The address or the password is not right";

    [Fact]
    public async Task The_right_password_opens_ones_own_first_page()
    {
        var somebody = portal.Somebody(Role.Foundation);
        using var visitor = portal.Visit();

        var page = await visitor.SignIn(somebody.Email, UserHost.Password);

        Assert.Equal((302, "/foundation"), (page.Status, page.Location));
        Assert.Contains(somebody.Name, (await visitor.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_the_same_in_any_case_and_width()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();

        Assert.Equal(302, (await visitor.SignIn($" {somebody.Email.ToUpperInvariant().Replace("@", "＠", StringComparison.Ordinal)} ", UserHost.Password)).Status);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_locked_account_read_the_same()
    {
        var somebody = portal.Somebody();
        var locked = portal.Somebody();
        portal.Get<Administration>().Lock(locked.Id, "test");
        var texts = new List<string>();
        foreach (var (email, password) in new[] { (somebody.Email, "wrong"), ("nobody@example.jp", "wrong"), (locked.Email, UserHost.Password), (locked.Email, "wrong") })
        {
            using var visitor = portal.Visit();
            var page = await visitor.SignIn(email, password);
            Assert.Equal(200, page.Status);
            Assert.Contains(Wrong, page.Text, StringComparison.Ordinal);
            texts.Add(Same(page.Text, email));
        }

        Assert.Single(texts.Distinct(StringComparer.Ordinal));

        static string Same(string text, string email) =>
            System.Text.RegularExpressions.Regex.Replace(text, "value=\"CfDJ[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
                .Replace(email, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();
        for (var i = 0; i < 5; i++)
            await visitor.SignIn(somebody.Email, $"wrong {i}");

        Assert.Equal(200, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.LockedOut);
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(302, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
    }

    [Fact]
    public async Task Four_wrong_passwords_and_a_right_one_begin_the_count_again()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await visitor.SignIn(somebody.Email, $"wrong {i}");
            Assert.Equal(302, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
            visitor.Cookies.Clear();
        }
    }

    [Fact]
    public async Task Wrong_passwords_at_the_same_time_are_all_counted()
    {
        var somebody = portal.Somebody();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var visitor = portal.Visit();
            await visitor.SignIn(somebody.Email, "wrong");
        }));
        using var visitor = portal.Visit();

        Assert.Equal(200, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
    }

    [Theory]
    [InlineData("/coordinator/receipts?late=1", "/coordinator/receipts?late=1")]
    [InlineData("https://elsewhere.example/", "/coordinator")]
    [InlineData("//elsewhere.example/", "/coordinator")]
    [InlineData("/\\elsewhere.example/", "/coordinator")]
    [InlineData("javascript:alert(1)", "/coordinator")]
    [InlineData("", "/coordinator")]
    public async Task One_goes_on_to_where_one_wanted_but_never_elsewhere(string wanted, string location)
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();

        var page = await visitor.SignIn(somebody.Email, UserHost.Password, query: $"?returnUrl={Uri.EscapeDataString(wanted)}");

        Assert.Equal((302, location), (page.Status, page.Location));
    }

    [Fact]
    public async Task A_page_of_ones_own_asks_to_sign_in_first()
    {
        using var visitor = portal.Visit();

        var page = await visitor.Get("/account/sessions");

        Assert.Equal(302, page.Status);
        Assert.EndsWith("/account/sign-in?returnUrl=%2Faccount%2Fsessions", page.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_ends_with_the_browser()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();
        await visitor.SignIn(somebody.Email, UserHost.Password, keep: true);

        var cookie = Assert.Single(visitor.SetCookies, one => one.StartsWith("session=", StringComparison.Ordinal));

        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_the_telephone_of_an_association_stays_signed_in_for_thirty_days()
    {
        var association = portal.Somebody(Role.Association, "13");
        using var visitor = portal.Visit();
        await visitor.SignIn(association.Email, UserHost.Password, keep: true);
        Assert.Contains(visitor.SetCookies, one => one.StartsWith("session=", StringComparison.Ordinal) && one.Contains("expires", StringComparison.OrdinalIgnoreCase));

        portal.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(200, (await visitor.Get("/account")).Status);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(302, (await visitor.Get("/account")).Status);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_read()
    {
        var somebody = portal.Somebody();
        using var visitor = portal.Visit();

        Assert.Equal(400, (await visitor.Post("/account/sign-in", [("email", somebody.Email), ("password", UserHost.Password)])).Status);
    }

    [Fact]
    public async Task A_name_that_is_tried_too_often_has_to_wait_whatever_the_address()
    {
        var limits = portal.Get<RateLimits>();

        Assert.All(Enumerable.Range(0, 20), _ => Assert.True(limits.MayTry("somebody@example.jp")));
        Assert.False(limits.MayTry("somebody@example.jp"));
        Assert.True(limits.MayTry("other@example.jp"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_unknown_address_and_a_locked_account_cost_the_same_work_as_a_wrong_password()
    {
        var (somebody, locked) = (portal.Somebody(), portal.Somebody());
        portal.Get<Administration>().Lock(locked.Id, "test");
        foreach (var email in new[] { somebody.Email, "nobody@example.jp", locked.Email })
        {
            var (checks, events) = (portal.PasswordsChecked, portal.Events().Count);
            using var visitor = portal.Visit();

            await visitor.SignIn(email, "wrong");

            Assert.Equal((1, 1, email), (portal.PasswordsChecked - checks, portal.Events().Count - events, email));
        }
    }
}
