using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Logistics.Client;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Benchmarks;

/// <summary>
/// (c) Two hosts over two folders that meet at the broker. In: the idempotency lookup and row, the decision, the event with its hash and
/// its row, a row of the owner's table, full synchronisation of both disks, relay, broker, feed with chain check, a row of the follower's
/// table, its position. Not in (c), but in (d): HTTP, token, reading and writing JSON at the edge. Keys are UUIDs of version 7, as our own
/// clients make them: they sort by time, so the index of the commands grows at its end and not all over the file.
/// </summary>
sealed class TwoServices : IAsyncDisposable
{
    readonly TemporaryFolder ownerFolder = new();
    readonly TemporaryFolder followerFolder = new();
    RunningHost owner = null!;
    RunningHost follower = null!;
    int serial;

    public static async Task<TwoServices> Start(RabbitNode broker)
    {
        var pair = new TwoServices();
        pair.owner = await RunningHost.StartOn(pair.ownerFolder, broker, Owner());
        pair.follower = await RunningHost.StartOn(pair.followerFolder, broker, Follower());
        await pair.Carry(Load.InFlight * 100);
        return pair;
    }

    public Task<double> Saturate(int count) => Load.Rate(count, () => Carry(count));

    public async Task<double> SaturateOverHttp(int count)
    {
        var token = owner.Token(Role.Foundation);
        await Carry(Load.InFlight * 20, _ => Post(token));
        return await Load.Rate(count, () => Carry(count, _ => Post(token)));
    }

    /// <returns>Milliseconds. Each command counts from when it was due, so a stall counts for all that waited in it.</returns>
    public async Task<(double P50, double P99)> Latency(int perSecond, int seconds)
    {
        var count = perSecond * seconds;
        var due = new long[count];
        var seqs = new long[count];
        var took = new double[count];
        var start = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 10;
        var commands = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var i = 0; i < count; i++)
        {
            due[i] = start + i * Stopwatch.Frequency / perSecond;
            while (Stopwatch.GetTimestamp() < due[i])
                await pace.WaitForNextTickAsync();
            var mine = i;
            commands.Add(Command().ContinueWith(answer => Volatile.Write(ref seqs[mine], answer.Result), TaskScheduler.Default));
            Look(i);
        }

        while (Array.Exists(took, ms => ms == 0))
        {
            await pace.WaitForNextTickAsync();
            Look(count - 1);
        }

        await Task.WhenAll(commands);
        Array.Sort(took);
        return (took[count / 2], took[count * 99 / 100]);

        void Look(int upTo)
        {
            var position = Position();
            var now = Stopwatch.GetTimestamp();
            for (var i = upTo; i >= 0 && upTo - i < perSecond * 2; i--)
            {
                if (took[i] == 0 && Volatile.Read(ref seqs[i]) is > 0 and var seq && seq <= position)
                    took[i] = Stopwatch.GetElapsedTime(due[i], now).TotalMilliseconds;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync();
        await owner.DisposeAsync();
        followerFolder.Dispose();
        ownerFolder.Dispose();
    }

    Task Carry(int count) => Carry(count, _ => Command());

    async Task Carry(int count, Func<int, Task> one)
    {
        await Load.Run(count, one);
        var last = owner.Log("owner").Head;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Position() < last)
            await pace.WaitForNextTickAsync();
    }

    Task<long> Command()
    {
        var mine = Interlocked.Increment(ref serial);
        var key = Guid.CreateVersion7().ToString();
        return owner.Log("owner").Write(new Origin("foundation", key, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), session =>
        {
            if (session.FindAnswer("foundation", key) is not null)
                return 0;
            var gift = Gift.Event(mine);
            session.Append($"donation/{gift.Number}", gift);
            session.KeepAnswer("foundation", key, new CommandAnswer(
                SHA256.HashData(Encoding.UTF8.GetBytes(key)), 201, JsonSerializer.Serialize(new { gift.Number }, EventBody.Json), session.Head));
            return session.Head;
        });
    }

    async Task Post(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Register.At()) { Content = new ByteArrayContent("""{"donor":"Alibaba Foundation"}"""u8.ToArray()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var response = await owner.Send(request);
        response.EnsureSuccessStatusCode();
    }

    long Position()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(followerFolder.Path, "follower.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select seq from position";
        return command.ExecuteScalar() as long? ?? 0;
    }

    static ServiceDefinition Owner()
    {
        var posted = 0;
        return new ServiceDefinition("owner", typeof(TwoServices).Assembly)
            .Post(
                Register,
                (_, command) =>
                {
                    var gift = Gift.Event(5_000_000 + posted++);
                    command.Session.Append($"donation/{gift.Number}", gift);
                    return Answer.Created(new Registered(gift.Number.Value));
                },
                Role.Foundation)
            .On<DonationRegistered>(Insert);
    }

    static ServiceDefinition Follower() =>
        new ServiceDefinition("follower", typeof(TwoServices).Assembly).When<DonationRegistered>("owner", Insert);

    static void Insert(Recorded<DonationRegistered> registered, Session session) => session.Execute(
        "insert into gift (number, donor, pieces) values (@Number, @Donor, @pieces)",
        new { registered.Event.Number, registered.Event.Donor, pieces = registered.Event.Lines.Sum(line => line.Pieces) });

    static readonly CommandRoute<Request, Registered> Register = new("owner", "/gifts");

    sealed record Request(string Donor);

    sealed record Registered(string Number);
}
