using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Logistics.Portal.Users.Records;

/// <summary>Creates random texts that are shown once and stored as hashes.</summary>
public static class Secret
{
    /// <summary>Returns 256 random bits as URL-safe characters.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Hashes a secret; one round suffices for a fully random text.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
