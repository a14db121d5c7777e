using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Accounts;

/// <summary>How people get in and out, with a browser. Every test has an account of its own.</summary>
public sealed class SignInTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    const string Password = "three calm words";

    [Fact]
    public async Task Somebody_signs_in_reads_the_own_language_and_signs_out()
    {
        Make("calm", Role.Coordinator, "", "ja");
        await using var context = await chromium.Open(Device.Desk.Options(portal.Address, "en"));
        var page = await context.NewPageAsync();

        await page.GotoAsync("/coordinator");
        Assert.EndsWith("/account/sign-in?returnUrl=%2Fcoordinator", page.Url, StringComparison.Ordinal);
        await SignIn(page, "calm");
        Assert.Equal("/coordinator", new Uri(page.Url).AbsolutePath);
        Assert.Equal("ja", await page.GetAttributeAsync("html", "lang"));

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await page.GotoAsync("/coordinator");
        Assert.Equal("/account/sign-in", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_say_nothing_more_than_the_first()
    {
        Make("locked", Role.Foundation, "", "en");
        await using var context = await chromium.Open(Device.Telephone.Options(portal.Address, "en"));
        var page = await context.NewPageAsync();
        var said = new List<string>();
        await page.GotoAsync("/account/sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignIn(page, "locked", "wrong password");
            said.Add(await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        }

        await SignIn(page, "locked");

        Assert.Equal("/account/sign-in", new Uri(page.Url).AbsolutePath);
        Assert.Single(said.Append(await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_a_recovery_code_counts_once()
    {
        Make("careful", Role.Association, "40", "ja");
        await using var context = await chromium.Open(Device.Telephone.Options(portal.Address, "ja"));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await SignIn(page, "careful");

        await page.GotoAsync("/account/authenticator");
        var key = (await page.Locator("p code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var step = Totp.StepAt(TimeProvider.System.GetUtcNow());
        await page.FillAsync("#code", Totp.Code(key, step));
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form:has(#code) button");
        var recovery = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.NotEmpty(recovery);
        await SignOut(page);

        await SignIn(page, "careful");
        Assert.Equal("/account/second-factor", new Uri(page.Url).AbsolutePath);
        await Enter("#code", "000000");
        Assert.Equal("/account/second-factor", new Uri(page.Url).AbsolutePath);
        // The code of the next step counts already, and a code counts once. Later than that, the code of the present step is unused.
        await Enter("#code", Totp.Code(key, Math.Max(step + 1, Totp.StepAt(TimeProvider.System.GetUtcNow()))));
        Assert.Equal("/association", new Uri(page.Url).AbsolutePath);
        await SignOut(page);

        await SignIn(page, "careful");
        await page.ClickAsync("main a[href*='recovery']");
        await Enter("main input[type=text], main input:not([type])", recovery[0]);
        Assert.Equal("/association", new Uri(page.Url).AbsolutePath);
        await SignOut(page);

        await SignIn(page, "careful");
        await page.ClickAsync("main a[href*='recovery']");
        await Enter("main input[type=text], main input:not([type])", recovery[0]);
        Assert.NotEqual("/association", new Uri(page.Url).AbsolutePath);

        async Task Enter(string field, string code)
        {
            await page.FillAsync(field, code);
            await page.ClickAsync("main form button");
        }
    }

    [Fact]
    public async Task Who_is_invited_makes_an_account_with_the_role_of_the_invitation_and_no_other()
    {
        await using var inviting = await portal.Open(chromium, "admin", Device.Desk, "en");
        var administrator = await inviting.NewPageAsync();
        await administrator.GotoAsync("/operations/accounts/invite");
        await administrator.SelectOptionAsync("#role", "Association");
        await administrator.FillAsync("#organisation", "27");
        await administrator.SelectOptionAsync("#language", "ja");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make" }).ClickAsync();
        var link = await administrator.Locator(".notice code").InnerTextAsync();

        await using var invited = await chromium.Open(Device.Telephone.Options(portal.Address, "ja"));
        var page = await invited.NewPageAsync();
        await page.GotoAsync(link);
        await page.FillAsync("#name", "大阪府医師会");
        await page.FillAsync("#email", "invited@test.example");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form button");

        Assert.Equal("/association", new Uri(page.Url).AbsolutePath);
        Assert.Equal(404, (await page.GotoAsync("/operations"))!.Status);
        Assert.Equal(404, (await page.GotoAsync("/coordinator"))!.Status);
        await page.GotoAsync(link);
        Assert.Equal(0, await page.Locator("#password").CountAsync());
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_ends_at_once()
    {
        Make("twice", Role.Foundation, "", "zh-Hans");
        await using var here = await chromium.Open(Device.Desk.Options(portal.Address, "zh-Hans"));
        await using var there = await chromium.Open(Device.Telephone.Options(portal.Address, "zh-Hans"));
        var (desk, telephone) = (await here.NewPageAsync(), await there.NewPageAsync());
        foreach (var page in new[] { telephone, desk })
        {
            await page.GotoAsync("/account/sign-in");
            await SignIn(page, "twice");
        }

        await desk.GotoAsync("/account/sessions");
        await desk.ClickAsync("table form button");

        await telephone.GotoAsync("/foundation");
        Assert.Equal("/account/sign-in", new Uri(telephone.Url).AbsolutePath);
        await desk.GotoAsync("/foundation");
        Assert.Equal("/foundation", new Uri(desk.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password()
    {
        Make("keyed", Role.Coordinator, "", "en");
        // Passkeys belong to a name, and never to an address of numbers.
        var address = new UriBuilder(portal.Address) { Host = "localhost" }.Uri.ToString();
        await using var context = await chromium.Open(Device.Desk.Options(address, "en"));
        var page = await context.NewPageAsync();
        var protocol = await context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync("/account/sign-in");
        await SignIn(page, "keyed");
        await page.GotoAsync("/account/passkeys");
        foreach (var (field, text) in new[] { ("input[name=name]", "Test"), ("input[type=password]", Password) })
        {
            if (await page.Locator(field).CountAsync() > 0)
                await page.FillAsync(field, text);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await SignOut(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await page.IsAt("/coordinator$");
    }

    void Make(string name, Role role, string organisation, string language) =>
        new GivenUser(name, $"{name}@test.example", name, role, organisation, language).Make(portal.Host.Services, Password);

    static async Task SignIn(IPage page, string name, string password = Password)
    {
        await page.FillAsync("#email", $"{name}@test.example");
        await page.FillAsync("#password", password);
        await page.ClickAsync("form:has(#password) button");
    }

    static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action*='sign-out'] button");
        await page.GotoAsync("/account/sign-in");
    }
}
