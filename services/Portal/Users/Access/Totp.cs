using System.Security.Cryptography;
using System.Text;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Checks codes of an authenticator app: RFC 6238, SHA-1, 30 seconds, 6 digits. Accepts a clock difference of one step, and every step
/// once (section 5.2).
/// </summary>
public sealed class Totp(UserStore store, TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    const int StepSeconds = 30;
    const int Drift = 1;

    /// <param name="key">Base32 without padding.</param>
    /// <param name="step">Number of 30-second steps since 1970.</param>
    public static string Code(string key, long step) =>
        new OtpNet.Totp(Base32Encoding.ToBytes(key), StepSeconds).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds).UtcDateTime);

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key)
            return false;
        var typed = Encoding.ASCII.GetBytes(Contracts.Syntax.Code.Normalise(token).Replace(" ", "", StringComparison.Ordinal));
        var now = StepAt(clock.GetUtcNow());
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Code(key, step))))
                return store.TakeStep(user, step);
        }

        return false;
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(user.AuthenticatorKey.Length > 0);

    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");
}
