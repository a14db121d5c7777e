using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Access;

public sealed class EnterSecondFactorTests(UserHost portal) : IClassFixture<UserHost>
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
        var (somebody, key, _) = await portal.WithSecondFactor();
        using var visitor = portal.Visit();

        var page = await visitor.SignIn(somebody.Email, UserHost.Password, query: "?returnUrl=%2Fcoordinator%2Freceipts");

        Assert.StartsWith("/account/second-factor", page.Location, StringComparison.Ordinal);
        Assert.Equal(302, (await visitor.Get("/account")).Status);
        Assert.Equal((302, "/coordinator/receipts"), Where(await visitor.Submit(page.Location!, [("code", portal.Code(key)), ("returnUrl", "/coordinator/receipts")])));
        Assert.Equal(200, (await visitor.Get("/account")).Status);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (somebody, key, _) = await portal.WithSecondFactor();
        var code = portal.Code(key);
        using var first = await portal.HalfSignedIn(somebody);
        using var second = await portal.HalfSignedIn(somebody);

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
        var (somebody, key, _) = await portal.WithSecondFactor();
        using var visitor = await portal.HalfSignedIn(somebody);

        var page = await visitor.Submit("/account/second-factor", [("code", Totp.Code(key, Totp.StepAt(portal.Clock.GetUtcNow()) + steps))]);

        Assert.Equal(accepted, page.Status == 302);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account()
    {
        var (somebody, key, _) = await portal.WithSecondFactor();
        using var visitor = await portal.HalfSignedIn(somebody);
        for (var i = 0; i < 5; i++)
            await visitor.Submit("/account/second-factor", [("code", "000000")]);

        Assert.Equal(200, (await visitor.Submit("/account/second-factor", [("code", portal.Code(key))])).Status);
    }

    [Fact]
    public async Task A_right_password_does_not_begin_the_count_of_wrong_codes_again()
    {
        var (somebody, key, _) = await portal.WithSecondFactor();
        for (var i = 0; i < 5; i++)
        {
            using var guessing = await portal.HalfSignedIn(somebody);
            await guessing.Submit("/account/second-factor", [("code", "000000")]);
        }

        using var visitor = portal.Visit();
        Assert.Equal(200, (await visitor.SignIn(somebody.Email, UserHost.Password)).Status);
    }

    static (int, string?) Where(Page page) => (page.Status, page.Location);
}
