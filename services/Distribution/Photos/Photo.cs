using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Logistics.Contracts.Codes;
using Logistics.EventLog;

namespace Logistics.Distribution.Photos;

/// <summary>A picture, identified by its content rather than by what its sender declares.</summary>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal digits.</param>
/// <param name="ContentType">JPEG, PNG or WebP.</param>
/// <param name="Width">In pixels, from its header.</param>
/// <param name="Height">In pixels, from its header.</param>
/// <param name="Bytes">The unchanged content.</param>
public sealed record Photo(string Hash, string ContentType, int Width, int Height, byte[] Bytes)
{
    static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>False if the bytes have none of the three formats, or their header gives no width and height.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Photo? photo)
    {
        var (type, (width, height)) =
            bytes.StartsWith([(byte)0xFF, (byte)0xD8, (byte)0xFF]) ? ("image/jpeg", Jpeg(bytes))
            : bytes.StartsWith(PngMark) ? ("image/png", Png(bytes))
            : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ("image/webp", WebP(bytes))
            : ("", (0, 0));
        photo = width > 0 && height > 0 ? new Photo(Convert.ToHexStringLower(SHA256.HashData(bytes)), type, width, height, bytes.ToArray()) : null;
        return photo is not null;
    }

    /// <summary>Loads the hashes of all pictures of a parcel.</summary>
    internal static HashSet<string> Of(Session session, ParcelNumber parcel) =>
        session.Query<string>("select hash from photo where parcel = @parcel", new { parcel }).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the size from the first frame header (ITU-T T.81, B.2.2).</summary>
    static (int Width, int Height) Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return at + 9 <= bytes.Length ? (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..])) : default;
            if (marker is < 0xC0 or (>= 0xD0 and <= 0xDA))
                return default;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return default;
    }

    /// <summary>Reads the size from the image header, the first chunk (PNG, 11.2.2).</summary>
    static (int Width, int Height) Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..].StartsWith("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : default;

    /// <summary>Reads the size from the first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7).</summary>
    static (int Width, int Height) WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            return default;
        var chunk = bytes[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
            return (1 + Little24(bytes[24..]), 1 + Little24(bytes[27..]));
        if (chunk.SequenceEqual("VP8L"u8) && bytes[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return ((int)(1 + (bits & 0x3FFF)), (int)(1 + (bits >> 14 & 0x3FFF)));
        }

        return chunk.SequenceEqual("VP8 "u8) && bytes[23..].StartsWith([(byte)0x9D, (byte)0x01, (byte)0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF)
            : default;
    }

    static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
