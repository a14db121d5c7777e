using System.Buffers.Binary;

namespace Logistics.TdsServer;

/// <summary>What a message is about ([MS-TDS] 2.2.3.1.1).</summary>
enum MessageKind : byte
{
    Batch = 1,
    Procedure = 3,
    Reply = 4,
    Attention = 6,
    TransactionManager = 14,
    Login = 16,
    PreLogin = 18,
}

/// <param name="Kind">What it is about.</param>
/// <param name="Resets">Whether the connection is to be as new before it: a pool has given it to somebody else.</param>
/// <param name="Content">All of it, without the headers of its packets.</param>
sealed record Message(MessageKind Kind, bool Resets, byte[] Content)
{
    /// <summary>Reads the content; that of a request begins behind all its headers ([MS-TDS] 2.2.5.3).</summary>
    public BinaryReader Read()
    {
        var reader = new BinaryReader(new MemoryStream(Content));
        if (Kind is MessageKind.Batch or MessageKind.Procedure or MessageKind.TransactionManager)
            reader.BaseStream.Position = BinaryPrimitives.ReadInt32LittleEndian(Content);
        return reader;
    }
}

/// <summary>Messages over a connection, each in as many packets as it needs ([MS-TDS] 2.2.3).</summary>
sealed class Packets(Stream stream)
{
    /// <summary>Of a packet, with its header; what clients ask for if nobody tells them otherwise.</summary>
    public const int Size = 8000;

    const int HeaderSize = 8;
    const byte Last = 1;
    const byte Reset = 8;
    const byte ResetButTransaction = 16;

    byte number;

    /// <returns>The next message; null if the client is gone.</returns>
    public Message? Read()
    {
        var header = new byte[HeaderSize];
        var content = new MemoryStream();
        var resets = false;
        do
        {
            if (stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
                return null;
            resets |= (header[1] & (Reset | ResetButTransaction)) != 0;
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderSize];
            stream.ReadExactly(packet);
            content.Write(packet);
        }
        while ((header[1] & Last) == 0);
        return new Message((MessageKind)header[0], resets, content.ToArray());
    }

    /// <summary>Sends one packet of a reply.</summary>
    public void Send(ReadOnlySpan<byte> content, bool last)
    {
        var packet = new byte[HeaderSize + content.Length];
        packet[0] = (byte)MessageKind.Reply;
        packet[1] = last ? Last : (byte)0;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[6] = ++number;
        content.CopyTo(packet.AsSpan(HeaderSize));
        stream.Write(packet);
    }
}
