using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Logistics.TdsServer;

/// <summary>One connection of a client, from its first message to its last.</summary>
sealed class Session(Socket client, Work work, Server server)
{
    /// <summary>Parameters of a procedure that SQL Server takes at most.</summary>
    const int MaxParameters = 2100;

    const string Execute = "sp_executesql";

    static readonly Dictionary<string, NpgsqlParameter> NoParameters = [];

    readonly Packets packets = new(new NetworkStream(client));
    string first = "";

    public string Database => work.Database;

    /// <summary>Serves it until it is gone, or lost because a test wants it so.</summary>
    public void Run()
    {
        try
        {
            if (!LogIn())
                return;
            while (packets.Read() is { } message)
                Answer(message);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ConnectionLost)
        {
            // The client may connect again.
        }
    }

    /// <summary>Ends the statement that runs where its client wants no more or is gone: nothing else comes before it is answered.</summary>
    public void Look() => work.CancelWhere(() => client.Poll(TimeSpan.Zero, SelectMode.SelectRead));

    bool LogIn()
    {
        if (packets.Read() is not { Kind: MessageKind.PreLogin })
            return false;
        packets.Send(Login.PreLoginAnswer, last: true);
        if (packets.Read() is not { Kind: MessageKind.Login } message)
            return false;
        var login = Login.Read(message.Content);
        using var reply = new Reply(packets);
        var accepted = Failing(reply, DoneToken.Done, () =>
        {
            if ((login.User, login.Password) != (Server.User, server.Password))
                throw new SqlServerError(18456, 14, $"Login failed for user '{login.User}'.");
            if (!work.Exists(login.Database))
                throw new SqlServerError(4060, 11, $"Cannot open database \"{login.Database}\" requested by the login. The login failed.");
            work.Use(first = login.Database, reply);
            reply.Changed(Change.Collation, Reply.Collation, []);
            reply.Changed(Change.PacketSize, Packets.Size.ToString(CultureInfo.InvariantCulture), "4096");
            reply.LoginAcknowledged();
        });
        reply.Done(DoneToken.Done, DoneStatus.Final);
        reply.End();
        return accepted;
    }

    void Answer(Message message)
    {
        using var reply = new Reply(packets);
        using var content = message.Read();
        if (message.Resets)
            Failing(reply, DoneToken.Done, () => Reset(reply));
        switch (message.Kind)
        {
            case MessageKind.Batch:
                var text = Encoding.Unicode.GetString(content.ReadBytes(message.Content.Length));
                Carry(text, NoParameters, DoneToken.Done, reply);
                reply.Done(DoneToken.Done, DoneStatus.Final);
                break;
            case MessageKind.Procedure:
                Failing(reply, DoneToken.DoneInProcedure, () => Procedure(content, reply));
                reply.ReturnStatus(0);
                reply.Done(DoneToken.DoneProcedure, DoneStatus.Final);
                break;
            case MessageKind.TransactionManager:
                Failing(reply, DoneToken.Done, () => Manage(content, reply));
                reply.Done(DoneToken.Done, DoneStatus.Final);
                break;
            case MessageKind.Attention:
                reply.Done(DoneToken.Done, DoneStatus.Attention);
                break;
            case MessageKind.PreLogin or MessageKind.Login or MessageKind.Reply:
                throw new IOException($"{message.Kind} is out of place.");
        }

        reply.End();
    }

    /// <summary>A pool has given the connection to somebody else.</summary>
    void Reset(Reply reply)
    {
        work.Reset(reply);
        work.Use(first, reply);
        reply.Changed(Change.ConnectionReset, [], []);
    }

    /// <summary>A call of <c>sp_executesql</c>, the one procedure that is known ([MS-TDS] 2.2.6.6).</summary>
    void Procedure(BinaryReader call, Reply reply)
    {
        var length = call.ReadUInt16();
        var name = length != ushort.MaxValue ? Encoding.Unicode.GetString(call.ReadBytes(2 * length))
            : call.ReadUInt16() is 10 ? Execute : "of this number";
        if (!name.Equals(Execute, StringComparison.OrdinalIgnoreCase))
            throw new SqlServerError(2812, 16, $"Could not find stored procedure '{name}'.");
        call.ReadUInt16();
        var all = new List<(string Name, NpgsqlParameter Value)>();
        while (call.BaseStream.Position < call.BaseStream.Length)
        {
            var parameter = Encoding.Unicode.GetString(call.ReadBytes(2 * call.ReadByte()));
            call.ReadByte();
            all.Add((parameter, Wire.Read(call)));
        }

        if (all.Count > MaxParameters)
            throw new SqlServerError(8003, 16, $"The incoming request has too many parameters. The server supports a maximum of {MaxParameters} parameters.");
        // The first is the statement, the second says the types of the others.
        Carry((string)all[0].Value.Value!, all.Skip(2).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal), DoneToken.DoneInProcedure, reply);
    }

    /// <summary>What a client asks of its transaction ([MS-TDS] 2.2.6.9).</summary>
    void Manage(BinaryReader request, Reply reply)
    {
        var kind = request.ReadUInt16();
        if (kind == 5 && request.ReadByte() is > 2)
            throw SqlServerError.NotSupported("isolation level but READ COMMITTED");
        var name = Encoding.Unicode.GetString(request.ReadBytes(request.ReadByte()));
        switch (kind)
        {
            case 5:
                work.Begin(reply);
                break;
            case 7:
                work.Commit(reply);
                break;
            case 8:
                work.Rollback(name is "" ? null : name, reply);
                break;
            case 9:
                work.Save(name);
                break;
            default:
                throw SqlServerError.NotSupported($"request {kind} to the manager of transactions");
        }
    }

    void Carry(string text, IReadOnlyDictionary<string, NpgsqlParameter> parameters, DoneToken token, Reply reply)
    {
        IReadOnlyList<Step> steps = [];
        if (Failing(reply, token, () => steps = Translation.Of(text)))
            Carry(steps, parameters, token, reply);
    }

    /// <returns>Whether the batch goes on.</returns>
    bool Carry(IReadOnlyList<Step> steps, IReadOnlyDictionary<string, NpgsqlParameter> parameters, DoneToken token, Reply reply)
    {
        foreach (var step in steps)
        {
            if (!Failing(reply, token, () => Carry(step, parameters, token, reply)))
                return false;
        }

        return true;
    }

    void Carry(Step step, IReadOnlyDictionary<string, NpgsqlParameter> parameters, DoneToken token, Reply reply)
    {
        switch (step)
        {
            case Step.Query query:
                Query(query, parameters, token, reply);
                break;
            case Step.Choice choice:
                Choose(choice, parameters, token, reply);
                break;
            case Step.Begin:
                work.Begin(reply);
                break;
            case Step.Commit:
                work.Commit(reply);
                break;
            case Step.Rollback rollback:
                work.Rollback(rollback.Savepoint, reply);
                break;
            case Step.Save save:
                work.Save(save.Savepoint);
                break;
            case Step.Use use:
                work.Use(use.Database, reply);
                break;
            case Step.Create create:
                work.Create(create.Database);
                break;
            case Step.Drop drop:
                work.Drop(drop.Database);
                break;
            case Step.Snapshot snapshot:
                work.Snapshot(snapshot.Database, snapshot.On);
                break;
        }
    }

    void Query(Step.Query query, IReadOnlyDictionary<string, NpgsqlParameter> parameters, DoneToken token, Reply reply)
    {
        long? rows = null;
        var written = work.Run(query, parameters, reader => rows = Rows(reader, reply), reply);
        reply.Done(token, DoneStatus.More, rows ?? (written >= 0 ? written : null), read: rows is not null);
    }

    void Choose(Step.Choice choice, IReadOnlyDictionary<string, NpgsqlParameter> parameters, DoneToken token, Reply reply)
    {
        var holds = false;
        work.Run(choice.Condition, parameters, reader => holds = reader.Read() && reader.GetInt32(0) == 1, reply);
        Carry(holds ? choice.Then : choice.Else, parameters, token, reply);
    }

    static long Rows(NpgsqlDataReader reader, Reply reply)
    {
        (string Name, Wire Type)[] columns =
        [
            .. Enumerable.Range(0, reader.FieldCount).Select(at => (reader.GetName(at) is not Translation.NoName and var name ? name : "", Wire.Of(reader.GetDataTypeName(at)))),
        ];
        reply.Columns(columns);
        long count = 0;
        for (; reader.Read(); count++)
        {
            reply.BeginRow();
            for (var at = 0; at < columns.Length; at++)
            {
                if (reader.IsDBNull(at))
                    reply.Writer.Write(columns[at].Type.Null);
                else
                    columns[at].Type.Write(reply, reader, at);
                reply.Whole();
            }
        }

        return count;
    }

    /// <summary>Does something and tells the client where it fails.</summary>
    /// <returns>Whether what comes after it is done too.</returns>
    static bool Failing(Reply reply, DoneToken token, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (SqlServerError error)
        {
            reply.Failed(error);
            reply.Done(token, DoneStatus.More | DoneStatus.Error);
            return error.Ends == Ends.Statement;
        }
    }
}
