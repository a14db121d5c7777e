using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Dapper;
using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Operations.Backups;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class BackupTests : IDisposable
{
    static readonly string[] Services = ["intake", "shipment", "distribution", "tracking", "portal"];

    readonly TemporaryFolder folder = new();
    readonly TemporaryFolder data = new();

    string Set => Path.Combine(folder.Path, "set");

    string[] OnData => ["--data", data.Path];

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_set_that_is_taken_under_load_is_of_one_moment_and_what_is_restored_from_it_goes_on()
    {
        await WhileRunning(async host =>
        {
            using var enough = new CancellationTokenSource();
            var load = Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested)
                    await Pack(host, await Register(host));
            });
            await Eventually.Holds(() => Task.FromResult(host.Log("intake").Head > 20), "commands are being carried out");

            await Operator.Succeeds(["backup", "--to", Set, .. OnData]);

            var after = host.Log("intake").Head;
            await Eventually.Holds(() => Task.FromResult(host.Log("intake").Head > after), "commands go on");
            await enough.CancelAsync();
            await load;
        });

        var manifest = Manifest();
        foreach (var file in Directory.GetFiles(data.Path, "*.db*").Append(Path.Combine(data.Path, "token-key.pem")))
            File.Delete(file);

        await Operator.Succeeds(["restore", "--from", Set, .. OnData]);

        var whole = await Operator.Succeeds(["verify", .. OnData]);
        Assert.All(Services, service => Assert.Contains($"{service}: {Head(manifest, service):N0} events, intact", whole, StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data.Path, "token-key.pem")));
        await using var restored = await RunningHost.StartOn(data, AllServices.Define());
        Assert.Equal(Head(manifest, "intake"), restored.Log("intake").Head);
        var numbers = Donations(Path.Combine(data.Path, "intake.db"));
        await Pack(restored, await Register(restored));
        await Eventually.Holds(async () => (await Balances(restored)).Count == numbers + 1 && (await Balances(restored)).TrueForAll(balance => balance is (true, 5)), "every piece in the balance");
    }

    [Fact]
    public async Task What_a_restore_replaces_is_kept()
    {
        await Stored();
        await Operator.Succeeds(["backup", "--to", Set, .. OnData]);
        await WhileRunning(Register);

        await Operator.Succeeds(["restore", "--from", Set, .. OnData]);

        Assert.Equal(1, Donations(Path.Combine(data.Path, "intake.db")));
        Assert.Equal(2, Donations(Path.Combine(Directory.GetDirectories(data.Path, "before-*").Single(), "intake.db")));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_program_and_no_program_starts_under_a_restore_that_was_not_finished()
    {
        await Stored();
        await Operator.Succeeds(["backup", "--to", Set, .. OnData]);
        await WhileRunning(_ => Operator.Fails("Stop all programs that use this folder first.", ["restore", "--from", Set, .. OnData]));
        using (var other = new SqliteConnection($"Data Source={Path.Combine(data.Path, "intake.db")};Pooling=False"))
        {
            other.Open();
            other.Execute("select count(*) from event");
            await Operator.Fails("Another program has", ["restore", "--from", Set, .. OnData]);
        }

        // As a restore that was killed leaves it.
        await File.WriteAllTextAsync(Path.Combine(data.Path, "restore-unfinished"), "restore --from somewhere");
        File.Delete(Path.Combine(data.Path, "portal.db"));
        var (status, said) = await Operator.Does(["--urls", "http://127.0.0.1:0", .. OnData]);
        Assert.NotEqual(0, status);
        Assert.Contains("was not finished, so its databases do not match. Restore again: restore --from somewhere", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(data.Path, "portal.db")));

        await Operator.Succeeds(["restore", "--from", Set, .. OnData]);
        await using var host = await RunningHost.StartOn(data, AllServices.Define());
        await Register(host);
    }

    [Fact]
    public async Task A_backup_that_is_not_whole_is_refused_and_nothing_is_changed()
    {
        await Stored();
        await Operator.Succeeds(["backup", "--to", Set, .. OnData]);
        await Operator.Fails("already exists", ["backup", "--to", Set, .. OnData]);
        var before = Bytes();
        var manifest = Path.Combine(Set, "manifest.json");
        var whole = await File.ReadAllTextAsync(manifest);

        await File.WriteAllTextAsync(manifest, whole.Replace("\"intake\": 1", "\"intake\": 7", StringComparison.Ordinal));
        await Operator.Fails("is not consistent: shipment has applied intake up to event 7, but its log ends at 1.", ["restore", "--from", Set, .. OnData]);
        await File.WriteAllTextAsync(manifest, whole);
        Damage(Path.Combine(Set, "shipment.db"));
        await Operator.Fails("shipment.db is missing or differs from the file that was backed up. Restore another backup.", ["restore", "--from", Set, .. OnData]);
        File.Delete(manifest);
        await Operator.Fails("does not contain a complete backup", ["restore", "--from", Set, .. OnData]);

        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task A_log_that_was_changed_is_found_and_not_backed_up()
    {
        await Stored();
        using (var changing = new SqliteConnection($"Data Source={Path.Combine(data.Path, "intake.db")};Pooling=False"))
            changing.Execute("update event set body = cast(replace(body, 'Donor', 'Other') as blob)");

        var (status, said) = await Operator.Does(["verify", .. OnData]);
        Assert.Equal(1, status);
        Assert.Contains("intake: 1 events, broken at event 1", said, StringComparison.Ordinal);
        await Operator.Fails("is damaged: the hash chain of its log breaks at event 1.", ["backup", "--to", Set, .. OnData]);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_half_backup()
    {
        await Stored();
        var mount = Directory.CreateDirectory(Path.Combine(folder.Path, "small")).FullName;
        Assert.SkipUnless(await Run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", mount) == 0, "Only root can mount a small disk.");
        try
        {
            await Operator.Fails("The backup was not made:", ["backup", "--to", Path.Combine(mount, "set"), .. OnData]);
            Assert.Empty(Directory.GetFileSystemEntries(mount));
        }
        finally
        {
            await Run("umount", mount);
        }
    }

    [Fact]
    public async Task Followers_of_a_log_that_was_restored_alone_say_that_they_are_ahead_of_it_until_they_are_rebuilt()
    {
        await WhileRunning(Register);
        await Operator.Succeeds(["backup", "--to", Set, .. OnData]);
        await WhileRunning(async host =>
        {
            await Register(host);
            await Followed(host, 2);
        });

        File.Copy(Path.Combine(Set, "intake.db"), Path.Combine(data.Path, "intake.db"), overwrite: true);
        await WhileRunning(async host =>
        {
            foreach (var follower in new[] { "shipment", "tracking" })
            {
                await Eventually.Holds(
                    async () => (await host.Get(Role.Admin, $"/{follower}/feeds")).Text.Contains("This is ahead of its source: the log of intake ends at 1", StringComparison.Ordinal),
                    $"{follower} says that intake has lost events");
            }

            var (status, said) = await Operator.Does(["doctor", .. OnData]);
            Assert.Equal(2, status);
            Assert.Contains("problem  tracking follows intake: tracking has applied intake up to event 2, but its log ends at 1.", said, StringComparison.Ordinal);
        });

        await Operator.Succeeds(["rebuild", "shipment", .. OnData]);
        await Operator.Succeeds(["rebuild", "tracking", .. OnData]);

        await using var mended = await RunningHost.StartOn(data, AllServices.Define());
        await Followed(mended, 1);
        await Register(mended);
        await Followed(mended, 2);
        await Operator.Succeeds(["doctor", .. OnData]);
    }

    [Fact]
    public async Task The_tables_of_tracking_are_filled_again_under_the_running_program()
    {
        await WhileRunning(async host =>
        {
            await Register(host);
            await Followed(host, 1);

            Assert.Contains("the current ones stay in use until that is done", (await Operator.Succeeds(["rebuild", "tracking", .. OnData])).ToLowerInvariant(), StringComparison.Ordinal);

            await Eventually.Holds(() => Task.FromResult(Generation(host) > 1), "the exchange of the tables");
            Assert.Equal([(true, 5L)], await Balances(host));
        });
    }

    static long Generation(RunningHost host)
    {
        using var connection = host.Log("tracking").Database.Open();
        return connection.ExecuteScalar<long>("select shown from generation");
    }

    static Task Followed(RunningHost host, long position) => Eventually.Holds(
        async () => (await Task.WhenAll(new[] { "shipment", "tracking" }.Select(follower => host.Get(Role.Admin, $"/{follower}/feeds"))))
            .All(feeds => feeds.Json!.AsArray().Any(feed => (string?)feed!["source"] == "intake" && (long?)feed["position"] == position && feed["stall"] is null)),
        $"shipment and tracking follow intake to {position}");

    static async Task<string> Register(RunningHost host)
    {
        var lines = new[] { new { product = "mask", pieces = 5 } };
        return (string)(await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines })).Expect(201)["number"]!;
    }

    static async Task Pack(RunningHost host, string donation) =>
        (await host.Post(Role.Foundation, $"/intake/donations/{donation}/uniform-packings", new { line = 1, cartons = 1, piecesPerCarton = 3, lot = "A" })).Expect(200);

    /// <summary>Of each donation, whether all is settled, and the sum of its accounts.</summary>
    static async Task<List<(bool Settled, long Pieces)>> Balances(RunningHost host) =>
        [.. (await host.Get(Role.Auditor, "/tracking/balances")).Expect(200)["donations"]!.AsArray().Select(donation => (
            (bool)donation!["settled"]!, donation["lines"]![0]!["accounts"]!.AsObject().Sum(account => (long)account.Value!)))];

    /// <summary>Data of a program that has ended: one donation, which all have heard of.</summary>
    Task Stored() => WhileRunning(async host =>
    {
        await Register(host);
        await Followed(host, 1);
    });

    async Task WhileRunning(Func<RunningHost, Task> act)
    {
        await using (var host = await RunningHost.StartOn(data, AllServices.Define()))
            await act(host);
        // A program that ends has nothing open any more.
        SqliteConnection.ClearAllPools();
    }

    JsonNode Manifest() => JsonNode.Parse(File.ReadAllText(Path.Combine(Set, "manifest.json")))!;

    static long Head(JsonNode manifest, string name) => (long)manifest["databases"]!.AsArray().Single(copy => (string?)copy!["name"] == name)!["log"]!["seq"]!;

    Dictionary<string, string> Bytes() => Directory.GetFiles(data.Path, "*.db").ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(file)));

    static long Donations(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        return connection.ExecuteScalar<long>("select count(*) from event where type = 'intake.donation-registered.v1'");
    }

    static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = stream.Length / 2;
        stream.WriteByte(0xAA);
    }

    static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
