using System.Net;
using System.Text.RegularExpressions;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Users;

/// <summary>People who sign in with a second factor.</summary>
static partial class SecondFactor
{
    public static string Code(this UserHost portal, string key) => Totp.Code(key, Totp.StepAt(portal.Clock.GetUtcNow()));

    public static async Task<(GivenUser Somebody, string Key, IReadOnlyList<string> RecoveryCodes)> WithSecondFactor(this UserHost portal)
    {
        var somebody = portal.Somebody();
        using var visitor = await portal.SignedIn(somebody);
        var key = Key(await visitor.Get("/account/authenticator"));
        var page = await visitor.Submit("/account/authenticator", [("code", portal.Code(key)), ("password", UserHost.Password)], "On");
        // The code that turned it on has been used.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        return (somebody, key, [.. RecoveryCodes().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))]);
    }

    /// <summary>Signs in with the password alone.</summary>
    public static async Task<Visitor> HalfSignedIn(this UserHost portal, GivenUser somebody)
    {
        var visitor = portal.Visit();
        var page = await visitor.SignIn(somebody.Email, UserHost.Password);
        Assert.StartsWith("/account/second-factor", page.Location, StringComparison.Ordinal);
        return visitor;
    }

    public static string Key(Page page) => KeyShown().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("<code>([A-Z2-7 ]{30,})</code>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShown();

    [GeneratedRegex("<li><code>([^<]+)</code></li>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RecoveryCodes();
}
