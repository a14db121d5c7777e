using System.Buffers.Binary;
using System.Text;

namespace Logistics.TdsServer;

/// <summary>Who wants to work with which database ([MS-TDS] 2.2.6.4).</summary>
sealed record Login(string User, string Password, string Database)
{
    /// <summary>Answers what comes before a login: its version, no encryption, no second result next to an open one ([MS-TDS] 2.2.6.5).</summary>
    public static byte[] PreLoginAnswer { get; } =
    [
        0, 0, 16, 0, 6,
        1, 0, 22, 0, 1,
        4, 0, 23, 0, 1,
        0xFF,
        16, 0, 3, 232, 0, 0,
        2,
        0,
    ];

    public static Login Read(byte[] content) =>
        new(Text(content, 40), Encoding.Unicode.GetString([.. Bytes(content, 44).Select(Reveal)]), Text(content, 68) is { Length: > 0 } database ? database : Server.Master);

    static string Text(byte[] content, int at) => Encoding.Unicode.GetString(Bytes(content, at));

    static byte[] Bytes(byte[] content, int at)
    {
        var begin = BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at));
        return content[begin..(begin + 2 * BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at + 2)))];
    }

    static byte Reveal(byte hidden)
    {
        var swapped = (byte)(hidden ^ 0xA5);
        return (byte)(swapped << 4 | swapped >> 4);
    }
}
