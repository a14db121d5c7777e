namespace Logistics.Distribution.Tests.Photos;

/// <summary>The beginnings of pictures: all that tells their format and size.</summary>
static class Pictures
{
    /// <summary>With an application segment before the frame, as cameras write it.</summary>
    public static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 6, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0xFF, 0xFF, 0xC0, 0, 17, 8, .. Big(height), .. Big(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9];

    public static byte[] Png(int width, int height) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, .. Big(width), 0, 0, .. Big(height), 8, 2, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] WebPLossy(int width, int height) => WebP("VP8 "u8, [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Little(width), .. Little(height)]);

    public static byte[] WebPLossless(int width, int height) => WebP("VP8L"u8, [0x2F, .. BitConverter.GetBytes((uint)(width - 1 | height - 1 << 14)), 0, 0, 0, 0, 0]);

    public static byte[] WebPExtended(int width, int height) => WebP("VP8X"u8, [0, 0, 0, 0, .. Little(width - 1), 0, .. Little(height - 1), 0]);

    static byte[] WebP(ReadOnlySpan<byte> chunk, byte[] content) => [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBP"u8, .. chunk, (byte)content.Length, 0, 0, 0, .. content, 0, 0];

    static byte[] Big(int value) => [(byte)(value >> 8), (byte)value];

    static byte[] Little(int value) => [(byte)value, (byte)(value >> 8)];
}
