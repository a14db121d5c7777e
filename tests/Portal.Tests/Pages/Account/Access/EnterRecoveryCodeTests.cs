using Logistics.Portal.Tests.Users;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Tests.Pages.Account.Access;

public sealed class EnterRecoveryCodeTests(UserHost portal) : IClassFixture<UserHost>
{
    [Fact]
    public async Task A_recovery_code_counts_once_in_any_writing()
    {
        var (somebody, _, codes) = await portal.WithSecondFactor();
        Assert.Equal(10, codes.Count);
        using var first = await portal.HalfSignedIn(somebody);
        using var second = await portal.HalfSignedIn(somebody);

        Assert.Equal(302, (await first.Submit("/account/recovery-code", [("code", $" {codes[3].ToLowerInvariant()} ")])).Status);
        Assert.Equal(200, (await second.Submit("/account/recovery-code", [("code", codes[3])])).Status);
        Assert.Contains(portal.Events(somebody.Id), one => one.Kind == UserEvent.RecoveryCodeUsed);
    }

    [Fact]
    public async Task A_recovery_code_of_another_is_nothing()
    {
        var (_, _, codes) = await portal.WithSecondFactor();
        var (somebody, _, _) = await portal.WithSecondFactor();
        using var visitor = await portal.HalfSignedIn(somebody);

        Assert.Equal(200, (await visitor.Submit("/account/recovery-code", [("code", codes[0])])).Status);
    }

    [Fact]
    public async Task Recovery_codes_and_keys_are_not_stored_as_they_are()
    {
        var (_, key, codes) = await portal.WithSecondFactor();
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
}
