using System.Net;
using System.Text.RegularExpressions;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;

namespace Logistics.Portal.Tests.Users.Access;

public sealed partial class SecondFactorTests(UserHost portal) : IClassFixture<UserHost>
{
    /// <summary>RFC 6238, appendix B, of whose eight digits these are the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_that_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public async Task The_password_alone_is_not_enough()
    {
        var (somebody, key, _) = await WithSecondFactor();
        using var visitor = portal.Visit();

        var page = await visitor.SignIn(somebody.Email, UserHost.Password, query: "?returnUrl=%2Fcoordinator%2Freceipts");

        Assert.StartsWith("/account/second-factor", page.Location, StringComparison.Ordinal);
        Assert.Equal(302, (await visitor.Get("/account")).Status);
        Assert.Equal((302, "/coordinator/receipts"), Where(await visitor.Submit(page.Location!, [("code", Code(key)), ("returnUrl", "/coordinator/receipts")])));
        Assert.Equal(200, (await visitor.Get("/account")).Status);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (somebody, key, _) = await WithSecondFactor();
        var code = Code(key);
        using var first = await HalfSignedIn(somebody);
        using var second = await HalfSignedIn(somebody);

        Assert.Equal(302, (await first.Submit("/account/second-factor", [("code", code)])).Status);
        Assert.Equal(200, (await second.Submit("/account/second-factor", [("code", code)])).Status);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_wrong_by_one_step(int steps, bool accepted)
    {
        var (somebody, key, _) = await WithSecondFactor();
        using var visitor = await HalfSignedIn(somebody);

        var page = await visitor.Submit("/account/second-factor", [("code", Totp.Code(key, Totp.StepAt(portal.Clock.GetUtcNow()) + steps))]);

        Assert.Equal(accepted, page.Status == 302);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account()
    {
        var (somebody, key, _) = await WithSecondFactor();
        using var visitor = await HalfSignedIn(somebody);
        for (var i = 0; i < 5; i++)
            await visitor.Submit("/account/second-factor", [("code", "000000")]);

        Assert.Equal(200, (await visitor.Submit("/account/second-factor", [("code", Code(key))])).Status);
    }

    [Fact]
    public async Task A_right_password_does_not_begin_the_count_of_wrong_codes_again()
    {
        var (somebody, key, _) = await WithSecondFactor();
        for (var i = 0; i < 5; i++)
        {
            using var guessing = await HalfSignedIn(somebody);
            await guessing.Submit("/account/second-factor", [("code", "000000")]);
        }

        using var visitor = portal.Visit();
        Assert.Equal(200, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
    }

    [Fact]
    public async Task A_recovery_code_counts_once_in_any_writing()
    {
        var (somebody, _, codes) = await WithSecondFactor();
        Assert.Equal(10, codes.Count);
        using var first = await HalfSignedIn(somebody);
        using var second = await HalfSignedIn(somebody);

        Assert.Equal(302, (await first.Submit("/account/recovery-code", [("code", $" {codes[3].ToLowerInvariant()} ")])).Status);
        Assert.Equal(200, (await second.Submit("/account/recovery-code", [("code", codes[3])])).Status);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.RecoveryCodeUsed);
    }

    [Fact]
    public async Task A_recovery_code_of_another_is_nothing()
    {
        var (_, _, codes) = await WithSecondFactor();
        var (somebody, _, _) = await WithSecondFactor();
        using var visitor = await HalfSignedIn(somebody);

        Assert.Equal(200, (await visitor.Submit("/account/recovery-code", [("code", codes[0])])).Status);
    }

    [Fact]
    public async Task Recovery_codes_and_keys_are_not_stored_as_they_are()
    {
        var (_, key, codes) = await WithSecondFactor();
        await portal.Restart();

        var stored = Convert.ToHexString([.. Directory.GetFiles(portal.Folder, "accounts.db*").SelectMany(Shared)]);

        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(codes[0])), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(key)), stored, StringComparison.Ordinal);

        static byte[] Shared(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    [Theory]
    [InlineData("On", "000000", UserHost.Password, "This code is not right")]
    [InlineData("On", null, "wrong password", "Your password now is not right")]
    public async Task The_second_factor_begins_only_with_a_right_code_and_the_password(string handler, string? code, string password, string text)
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);
        var key = Key(await visitor.Get("/account/authenticator"));

        var page = await visitor.Submit("/account/authenticator", [("code", code ?? Code(key)), ("password", password)], handler);

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.False(portal.Get<UserStore>().Find(somebody.Id)!.SecondFactor);
    }

    [Theory]
    [InlineData("Off")]
    [InlineData("RecoveryCodes")]
    public async Task The_second_factor_is_not_touched_without_the_password(string handler)
    {
        var (somebody, key, codes) = await WithSecondFactor();
        using var visitor = await HalfSignedIn(somebody);
        await visitor.Submit("/account/second-factor", [("code", Code(key))]);

        await visitor.Submit("/account/authenticator", [("password", "wrong")], handler);

        Assert.True(portal.Get<UserStore>().Find(somebody.Id)!.SecondFactor);
        using var later = await HalfSignedIn(somebody);
        Assert.Equal(302, (await later.Submit("/account/recovery-code", [("code", codes[0])])).Status);
    }

    [Fact]
    public async Task Turned_off_the_second_factor_is_asked_for_no_more()
    {
        var (somebody, key, _) = await WithSecondFactor();
        using var visitor = await HalfSignedIn(somebody);
        await visitor.Submit("/account/second-factor", [("code", Code(key))]);

        Assert.Equal(302, (await visitor.Submit("/account/authenticator", [("password", UserHost.Password)], "Off")).Status);

        using var later = portal.Visit();
        Assert.Equal("/coordinator", (await later.SignIn(somebody.Email, UserHost.Password)).Location);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.SecondFactorOff);
    }

    static (int, string?) Where(Page page) => (page.Status, page.Location);

    string Code(string key) => Totp.Code(key, Totp.StepAt(portal.Clock.GetUtcNow()));

    async Task<(GivenUser Somebody, string Key, IReadOnlyList<string> RecoveryCodes)> WithSecondFactor()
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);
        var key = Key(await visitor.Get("/account/authenticator"));
        var page = await visitor.Submit("/account/authenticator", [("code", Code(key)), ("password", UserHost.Password)], "On");
        // The code that turned it on has been used.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        return (somebody, key, [.. RecoveryCodes().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))]);
    }

    async Task<Visitor> HalfSignedIn(GivenUser somebody)
    {
        var visitor = portal.Visit();
        var page = await visitor.SignIn(somebody.Email, UserHost.Password);
        Assert.StartsWith("/account/second-factor", page.Location, StringComparison.Ordinal);
        return visitor;
    }

    static string Key(Page page) => KeyShown().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("<code>([A-Z2-7 ]{30,})</code>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShown();

    [GeneratedRegex("<li><code>([^<]+)</code></li>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RecoveryCodes();
}
