using System.Numerics;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Logistics.TdsServer;

/// <summary>How a type of PostgreSQL travels to a client ([MS-TDS] 2.2.5.4 and 2.2.5.5).</summary>
/// <param name="Info">The type as a client is told it.</param>
/// <param name="Write">Writes the value of a column that is not null.</param>
/// <param name="Null">What stands for null.</param>
sealed record Wire(byte[] Info, Action<Reply, NpgsqlDataReader, int> Write, byte[] Null)
{
    const int Scale = 10;
    const int DecimalBytes = 17;
    const int PartBytes = 4000;

    static readonly byte[] NoLength = [0];
    static readonly byte[] NoParts = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
    static readonly DateTime FirstDay = DateTime.MinValue;

    static readonly Dictionary<string, Wire> Known = new(StringComparer.Ordinal)
    {
        ["boolean"] = new([0x68, 1], (to, row, at) => Sized(to, 1).Write(row.GetBoolean(at)), NoLength),
        ["smallint"] = new([0x26, 2], (to, row, at) => Sized(to, 2).Write(row.GetInt16(at)), NoLength),
        ["integer"] = new([0x26, 4], (to, row, at) => Sized(to, 4).Write(row.GetInt32(at)), NoLength),
        ["bigint"] = new([0x26, 8], (to, row, at) => Sized(to, 8).Write(row.GetInt64(at)), NoLength),
        ["real"] = new([0x6D, 4], (to, row, at) => Sized(to, 4).Write(row.GetFloat(at)), NoLength),
        ["double precision"] = new([0x6D, 8], (to, row, at) => Sized(to, 8).Write(row.GetDouble(at)), NoLength),
        ["numeric"] = new([0x6C, DecimalBytes, 38, Scale], (to, row, at) => WriteDecimal(Sized(to, DecimalBytes), row.GetDecimal(at)), NoLength),
        ["uuid"] = new([0x24, 16], (to, row, at) => Sized(to, 16).Write(row.GetGuid(at).ToByteArray()), NoLength),
        ["date"] = new([0x28], (to, row, at) => WriteDay(Sized(to, 3), row.GetDateTime(at)), NoLength),
        ["timestamp without time zone"] = new([0x2A, 7], (to, row, at) => WriteInstant(Sized(to, 8), row.GetDateTime(at)), NoLength),
        // PostgreSQL keeps the instant and not the offset that it was written with.
        ["timestamp with time zone"] = new([0x2B, 7], (to, row, at) => WriteInstant(Sized(to, 10), row.GetDateTime(at)).Write((short)0), NoLength),
        ["bytea"] = new([0xA5, 0xFF, 0xFF], (to, row, at) => WriteParts(to, row.GetFieldValue<byte[]>(at)), NoParts),
        ["text"] = new([0xE7, 0xFF, 0xFF, .. Reply.Collation], (to, row, at) => WriteParts(to, Encoding.Unicode.GetBytes(row.GetString(at))), NoParts),
    };

    /// <param name="postgres">The name of the type, with or without its length.</param>
    public static Wire Of(string postgres) => postgres.Split('(')[0] switch
    {
        "character varying" or "character" or "name" or "unknown" => Known["text"],
        var name when Known.TryGetValue(name, out var wire) => wire,
        var other => throw SqlServerError.NotSupported($"type {other}"),
    };

    /// <summary>Reads the type and the value of a parameter.</summary>
    public static NpgsqlParameter Read(BinaryReader from)
    {
        var type = from.ReadByte();
        switch (type)
        {
            case 0x26:
                return from.ReadByte() switch
                {
                    1 => Parameter(NpgsqlDbType.Smallint, from, _ => (short)from.ReadByte()),
                    2 => Parameter(NpgsqlDbType.Smallint, from, _ => from.ReadInt16()),
                    4 => Parameter(NpgsqlDbType.Integer, from, _ => from.ReadInt32()),
                    _ => Parameter(NpgsqlDbType.Bigint, from, _ => from.ReadInt64()),
                };
            case 0x68:
                from.ReadByte();
                return Parameter(NpgsqlDbType.Boolean, from, _ => from.ReadByte() != 0);
            case 0x6D:
                return from.ReadByte() == 4
                    ? Parameter(NpgsqlDbType.Real, from, _ => from.ReadSingle())
                    : Parameter(NpgsqlDbType.Double, from, _ => from.ReadDouble());
            case 0x6A or 0x6C:
                from.ReadBytes(2);
                var scale = from.ReadByte();
                return Parameter(NpgsqlDbType.Numeric, from, length => ReadDecimal(from, length, scale));
            case 0x24:
                from.ReadByte();
                return Parameter(NpgsqlDbType.Uuid, from, length => new Guid(from.ReadBytes(length)));
            case 0x28:
                return Parameter(NpgsqlDbType.Date, from, _ => ReadDay(from));
            case 0x2A:
                scale = from.ReadByte();
                return Parameter(NpgsqlDbType.Timestamp, from, length => ReadInstant(from, length - 3, scale));
            case 0x2B:
                scale = from.ReadByte();
                return Parameter(NpgsqlDbType.TimestampTz, from, length =>
                {
                    var instant = ReadInstant(from, length - 5, scale);
                    from.ReadInt16();
                    return DateTime.SpecifyKind(instant, DateTimeKind.Utc);
                });
            case 0x6F:
                from.ReadByte();
                return Parameter(NpgsqlDbType.Timestamp, from, _ => new DateTime(1900, 1, 1).AddDays(from.ReadInt32()).AddSeconds(from.ReadUInt32() / 300d));
            case 0xE7 or 0xEF:
                return Parameter(NpgsqlDbType.Text, ReadLong(from, collation: 5), Encoding.Unicode.GetString);
            case 0x63:
                // A statement of more than 4,000 characters comes as what such texts were before nvarchar(max).
                from.ReadBytes(9);
                return Parameter(NpgsqlDbType.Text, from.ReadInt32() is >= 0 and var size ? from.ReadBytes(size) : null, Encoding.Unicode.GetString);
            case 0xA7 or 0xAF:
                return Parameter(NpgsqlDbType.Text, ReadLong(from, collation: 5), Encoding.Latin1.GetString);
            case 0xA5 or 0xAD:
                return Parameter(NpgsqlDbType.Bytea, ReadLong(from, collation: 0), bytes => bytes);
            default:
                throw SqlServerError.NotSupported($"parameter of type 0x{type:X2}");
        }
    }

    static NpgsqlParameter Parameter(NpgsqlDbType type, BinaryReader from, Func<int, object> read) =>
        new() { NpgsqlDbType = type, Value = from.ReadByte() is > 0 and var length ? read(length) : DBNull.Value };

    static NpgsqlParameter Parameter(NpgsqlDbType type, byte[]? bytes, Func<byte[], object> read) =>
        new() { NpgsqlDbType = type, Value = bytes is null ? DBNull.Value : read(bytes) };

    /// <summary>The rest of a type of many bytes, and its value: whole behind its length, or without a limit and in parts.</summary>
    static byte[]? ReadLong(BinaryReader from, int collation)
    {
        var limit = from.ReadUInt16();
        from.ReadBytes(collation);
        if (limit != ushort.MaxValue)
            return from.ReadUInt16() is var length and not ushort.MaxValue ? from.ReadBytes(length) : null;
        if (from.ReadUInt64() == ulong.MaxValue)
            return null;
        var all = new MemoryStream();
        while (from.ReadInt32() is > 0 and var part)
            all.Write(from.ReadBytes(part));
        return all.ToArray();
    }

    static void WriteParts(Reply to, byte[] bytes)
    {
        to.Writer.Write((long)bytes.Length);
        foreach (var part in bytes.Chunk(PartBytes))
        {
            to.Writer.Write(part.Length);
            to.Writer.Write(part);
            to.Whole();
        }

        to.Writer.Write(0);
    }

    static BinaryWriter Sized(Reply to, byte size)
    {
        to.Writer.Write(size);
        return to.Writer;
    }

    static decimal ReadDecimal(BinaryReader from, int length, byte scale)
    {
        var negative = from.ReadByte() == 0;
        Span<byte> magnitude = stackalloc byte[16];
        from.ReadBytes(length - 1).CopyTo(magnitude);
        var bits = (decimal)new BigInteger(magnitude, isUnsigned: true);
        var parts = decimal.GetBits(bits);
        return new decimal(parts[0], parts[1], parts[2], negative, scale);
    }

    static void WriteDecimal(BinaryWriter to, decimal value)
    {
        to.Write(value < 0 ? (byte)0 : (byte)1);
        var magnitude = new byte[DecimalBytes - 1];
        ((BigInteger)(decimal.Abs(value) * 10_000_000_000m)).TryWriteBytes(magnitude, out _, isUnsigned: true);
        to.Write(magnitude);
    }

    static DateTime ReadDay(BinaryReader from) => FirstDay.AddDays(from.ReadUInt16() | from.ReadByte() << 16);

    static DateTime ReadInstant(BinaryReader from, int timeBytes, int scale)
    {
        long time = 0;
        for (var i = 0; i < timeBytes; i++)
            time |= (long)from.ReadByte() << (8 * i);
        for (; scale < 7; scale++)
            time *= 10;
        return ReadDay(from).AddTicks(time);
    }

    static BinaryWriter WriteInstant(BinaryWriter to, DateTime instant)
    {
        to.Write((uint)instant.TimeOfDay.Ticks);
        to.Write((byte)(instant.TimeOfDay.Ticks >> 32));
        return WriteDay(to, instant);
    }

    static BinaryWriter WriteDay(BinaryWriter to, DateTime day)
    {
        var days = (day.Date - FirstDay).Days;
        to.Write((ushort)days);
        to.Write((byte)(days >> 16));
        return to;
    }
}
