using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dapper;
using Logistics.AllInOne;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Access;
using Logistics.Operations.Backups;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Tests;

/// <summary>
/// The data of a release that landed, opened by this one: a gift of 300 masks, 240 of them packed in four cartons, one of them missing. Tokyo got
/// 120, received 110 good and handed 60 to a hospital; the parcel for Osaka is on its way.
/// </summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Releases() => new(Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal));

    static string Folder => Path.Combine(SourceTree.Root, "tests", "Operations.Tests", "Released");

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Data_of_a_release_opens_with_every_piece_and_goes_on(string release)
    {
        using var data = new TemporaryFolder();
        foreach (var dump in Directory.GetFiles(Path.Combine(Folder, release), "*.sql").Order(StringComparer.Ordinal))
            Restore(dump, Path.Combine(data.Path, Path.GetFileNameWithoutExtension(dump) + ".db"));
        await using var host = await RunningHost.StartOn(data, AllServices.Define());

        foreach (var source in new[] { "intake", "shipment", "distribution" })
        {
            Assert.Null(await host.Log(source).FindBrokenLink());
            await Eventually.Holds(() => Task.FromResult(Position(host, source) == host.Log(source).Head), $"tracking has followed {source} to its end");
        }

        Assert.Equal(
            """{"pledged":60,"in-delivery":60,"association":50,"institution":60,"missing":60,"damaged":10}""",
            (await host.Get(Role.Auditor, "/tracking/balances")).Expect(200).Json!["donations"]![0]!["lines"]![0]!["accounts"]!.ToJsonString());
        Assert.Equal([("13", 120, 120), ("27", 60, 0)], Rows<(string, long, long)>(host, "tracking", "select recipient, allotted, confirmed from recipient_share order by recipient"));
        Assert.NotEmpty((await host.Get(Role.Auditor, "/intake/log/events?actor=foundation")).Expect(200).Json!["events"]!.AsArray());

        (await host.Post(Role.Association, "/distribution/parcels/P-27-2020-0001/receipts", new { receivedAt = "2020-05-16T10:00:00+09:00", allGood = true }, organisation: "27")).Expect(201);
        await Eventually.Holds(
            () => Task.FromResult(Rows<long>(host, "tracking", "select confirmed from recipient_share where recipient = '27'").Single() == 60),
            "the receipt in tracking");
    }

    /// <summary>The release knew no Tracking: its backup has the portal's database with the tables that Tracking fills from the logs now.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_backup_of_a_release_is_restored(string release)
    {
        using var data = new TemporaryFolder();
        var set = Directory.CreateDirectory(Path.Combine(data.Path, "set")).FullName;
        var manifest = new JsonObject { ["program"] = release, ["at"] = "2020-05-16T10:00:00+09:00", ["databases"] = new JsonArray() };
        foreach (var dump in Directory.GetFiles(Path.Combine(Folder, release), "*.sql").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(dump);
            var file = Path.Combine(set, name + ".db");
            Restore(dump, file);
            manifest["databases"]!.AsArray().Add(Described(name, file));
        }

        await File.WriteAllTextAsync(Path.Combine(set, "manifest.json"), manifest.ToJsonString());
        var target = Path.Combine(data.Path, "data");

        await Operator.Succeeds(["restore", "--from", set, "--data", target]);

        var (status, said) = await Operator.Does(["doctor", "--data", target]);
        Assert.Equal(1, status);
        Assert.Contains("warning  database tracking: is missing. The program creates an empty one when it starts.", said, StringComparison.Ordinal);
    }

    /// <summary>An entry of a manifest as the release wrote it.</summary>
    static JsonObject Described(string name, string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        var (seq, hash) = connection.QuerySingle<(long, byte[])>("select seq, hash from log_head");
        var follows = connection.Query<(string Source, long Seq)>("select source, seq from position").Select(row => KeyValuePair.Create(row.Source, (JsonNode?)row.Seq));
        return new JsonObject
        {
            ["name"] = name,
            ["content"] = new JsonObject
            {
                ["file"] = Path.GetFileName(file),
                ["bytes"] = new FileInfo(file).Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
            },
            ["log"] = new JsonObject { ["seq"] = seq, ["hash"] = Convert.ToHexStringLower(hash), ["follows"] = new JsonObject(follows) },
        };
    }

    static void Restore(string dump, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Execute(File.ReadAllText(dump));
    }

    static long Position(RunningHost host, string source) => Rows<long>(host, "tracking", $"select seq from position where source = '{source}'").SingleOrDefault();

    static List<T> Rows<T>(RunningHost host, string service, string sql)
    {
        using var connection = host.Log(service).Database.Open();
        return connection.Query<T>(sql).AsList();
    }
}
