using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Logistics.Portal.Users.Records;

/// <summary>Random texts that are shown once and stored as their hash.</summary>
public static class Secret
{
    /// <summary>256 random bits, as letters that are safe in an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>One round is enough for what is random from end to end.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
