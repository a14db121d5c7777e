using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Identity;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Codes of an authenticator app: RFC 6238, SHA-1, 30 seconds, 6 digits. One step of the clock more or less is accepted, and every step
/// once (section 5.2).
/// </summary>
public sealed class Totp(UserStore store, TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int StepSeconds = 30;
    const int Drift = 1;

    /// <param name="key">Base32 without padding.</param>
    /// <param name="step">30 seconds each, since 1970.</param>
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238's default, the only one that every authenticator app knows; HMAC does not need collision resistance.
        HMACSHA1.HashData(Bytes(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key)
            return false;
        var typed = Encoding.ASCII.GetBytes(Contracts.Codes.Code.Normalise(token).Replace(" ", "", StringComparison.Ordinal));
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

    static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
