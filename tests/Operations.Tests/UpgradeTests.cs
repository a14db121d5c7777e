using Dapper;
using Logistics.AllInOne;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Tests;

/// <summary>
/// The data of a release that landed, opened by this one: a gift of 300 masks, 240 of them packed in four cartons of which one is missing. Tokyo got
/// 120, received 110 good and handed 60 to a hospital; the parcel for Osaka is on its way.
/// </summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Releases() => new(Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>());

    static string Folder => Path.Combine(SourceTree.Root, "tests", "Operations.Tests", "Released");

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Data_of_a_release_opens_with_every_piece_and_goes_on(string release)
    {
        using var data = new TemporaryFolder();
        foreach (var dump in Directory.GetFiles(Path.Combine(Folder, release), "*.sql"))
            Restore(dump, Path.Combine(data.Path, Path.GetFileNameWithoutExtension(dump) + ".db"));
        await using var host = await RunningHost.StartOn(data, AllServices.Define());

        foreach (var source in new[] { "intake", "shipment", "distribution" })
        {
            Assert.Null(await host.Log(source).FindBrokenLink());
            await Eventually.Holds(() => Task.FromResult(Position(host, source) == host.Log(source).Head), $"the portal has followed {source} to its end");
        }

        Assert.Equal(
            """{"pledged":60,"in-delivery":60,"association":50,"institution":60,"missing":60,"damaged":10}""",
            (await host.Get(Role.Auditor, "/portal/balances")).Expect(200).Json!["donations"]![0]!["lines"]![0]!["accounts"]!.ToJsonString());
        Assert.Equal([("13", 120, 120), ("27", 60, 0)], Rows<(string, long, long)>(host, "portal", "select recipient, allotted, confirmed from recipient_share order by recipient"));
        Assert.NotEmpty((await host.Get(Role.Auditor, "/intake/log/events?actor=foundation")).Expect(200).Json!["events"]!.AsArray());

        (await host.Post(Role.Association, "/distribution/parcels/P-27-2020-0001/receipts", new { receivedAt = "2020-05-16T10:00:00+09:00", allGood = true }, organisation: "27")).Expect(201);
        await Eventually.Holds(
            () => Task.FromResult(Rows<long>(host, "portal", "select confirmed from recipient_share where recipient = '27'").Single() == 60),
            "the receipt at the portal");
    }

    static void Restore(string dump, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Execute(File.ReadAllText(dump));
    }

    static long Position(RunningHost host, string source) => Rows<long>(host, "portal", $"select seq from position where source = '{source}'").SingleOrDefault();

    static List<T> Rows<T>(RunningHost host, string service, string sql)
    {
        using var connection = host.Log(service).Database.Open();
        return connection.Query<T>(sql).AsList();
    }
}
