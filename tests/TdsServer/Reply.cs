using System.Text;

namespace Logistics.TdsServer;

/// <summary>What ends a statement, a procedure or a whole reply ([MS-TDS] 2.2.7.6 to 2.2.7.8).</summary>
enum DoneToken : byte
{
    Done = 0xFD,
    DoneProcedure = 0xFE,
    DoneInProcedure = 0xFF,
}

[Flags]
enum DoneStatus : ushort
{
    Final = 0,
    More = 1,
    Error = 2,
    Count = 0x10,
    Attention = 0x20,
}

/// <summary>What a client is told of its session ([MS-TDS] 2.2.7.9).</summary>
enum Change : byte
{
    Database = 1,
    PacketSize = 4,
    Collation = 7,
    TransactionBegun = 8,
    TransactionCommitted = 9,
    TransactionRolledBack = 10,
    ConnectionReset = 18,
}

/// <summary>The tokens of one reply, sent as they fill packets ([MS-TDS] 2.2.7).</summary>
sealed class Reply : IDisposable
{
    /// <summary>Latin1_General_100_BIN2 ([MS-TDS] 2.2.5.1.2): all texts are compared by code point.</summary>
    public static readonly byte[] Collation = [0x09, 0x04, 0x00, 0x22, 0x00];

    const string Server = "stand-in";
    const ushort SelectCommand = 0xC1;
    const int PacketContent = Packets.Size - 8;

    readonly Packets packets;
    readonly MemoryStream content = new();
    int whole;

    public Reply(Packets packets)
    {
        this.packets = packets;
        Writer = new BinaryWriter(content, Encoding.Unicode);
    }

    public BinaryWriter Writer { get; }

    /// <summary>A text behind the number of its characters in one byte.</summary>
    public static void Text(BinaryWriter to, string text)
    {
        to.Write((byte)text.Length);
        to.Write(Encoding.Unicode.GetBytes(text));
    }

    /// <summary>A server of 2022 speaks TDS 7.4 ([MS-TDS] 2.2.7.14).</summary>
    public void LoginAcknowledged() => Sized(0xAD, token =>
    {
        token.Write([1, 0x74, 0, 0, 4]);
        Text(token, "Microsoft SQL Server");
        token.Write([16, 0, 0, 0]);
    });

    public void Changed(Change change, string to, string from) => Sized(0xE3, token =>
    {
        token.Write((byte)change);
        Text(token, to);
        Text(token, from);
    });

    public void Changed(Change change, byte[] to, byte[] from) => Sized(0xE3, token =>
    {
        token.Write((byte)change);
        token.Write((byte)to.Length);
        token.Write(to);
        token.Write((byte)from.Length);
        token.Write(from);
    });

    public void Failed(SqlServerError error) => Sized(0xAA, token =>
    {
        token.Write(error.Number);
        token.Write((byte)1);
        token.Write(error.Severity);
        token.Write((ushort)error.Message.Length);
        token.Write(Encoding.Unicode.GetBytes(error.Message));
        Text(token, Server);
        Text(token, "");
        token.Write(1);
    });

    public void Columns(IReadOnlyList<(string Name, Wire Type)> columns)
    {
        const short nullable = 1;
        Writer.Write((byte)0x81);
        Writer.Write((ushort)columns.Count);
        foreach (var (name, type) in columns)
        {
            Writer.Write(0);
            Writer.Write(nullable);
            Writer.Write(type.Info);
            Text(Writer, name);
            Whole();
        }
    }

    public void BeginRow() => Writer.Write((byte)0xD1);

    public void ReturnStatus(int status)
    {
        Writer.Write((byte)0x79);
        Writer.Write(status);
    }

    /// <param name="token">Which of the three.</param>
    /// <param name="status">How it ended; that it counts is added.</param>
    /// <param name="count">Rows that were read or written, where they are counted.</param>
    /// <param name="read">Whether they were read.</param>
    public void Done(DoneToken token, DoneStatus status, long? count = null, bool read = false)
    {
        Writer.Write((byte)token);
        Writer.Write((ushort)(count is null ? status : status | DoneStatus.Count));
        Writer.Write(read ? SelectCommand : (ushort)0);
        Writer.Write(count ?? 0);
        Whole();
    }

    /// <summary>
    /// Says that something whole has been written. Packets end behind such things where they can: SqlClient is known to fail where the length
    /// of a part of a long value lies in two of them.
    /// </summary>
    public void Whole()
    {
        Writer.Flush();
        if (content.Length > PacketContent)
            Cut(whole > 0 ? whole : PacketContent);
        while (content.Length > PacketContent)
            Cut(PacketContent);
        whole = (int)content.Length;
    }

    public void End()
    {
        Whole();
        packets.Send(content.ToArray(), last: true);
    }

    public void Dispose() => Writer.Dispose();

    void Cut(int length)
    {
        var all = content.ToArray();
        packets.Send(all.AsSpan(..length), last: false);
        content.SetLength(0);
        content.Write(all.AsSpan(length));
    }

    void Sized(byte token, Action<BinaryWriter> write)
    {
        using var sized = new MemoryStream();
        using var writer = new BinaryWriter(sized);
        write(writer);
        Writer.Write(token);
        Writer.Write((ushort)sized.Length);
        Writer.Write(sized.ToArray());
        Whole();
    }
}
