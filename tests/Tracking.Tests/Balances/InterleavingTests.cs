using System.Text;
using System.Text.Json;
using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;
using Logistics.Tracking.Lookups;
using Logistics.Tracking.Subjects;
using Logistics.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.Tracking.Tests.Balances;

public sealed class InterleavingTests
{
    [Fact]
    public async Task The_three_logs_give_the_same_tables_and_answers_in_whatever_order_they_arrive()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());
        var logs = new Dictionary<string, List<LogSegment>>(StringComparer.Ordinal);
        foreach (var source in Sources.All)
            logs[source] = OneByOne(await host.Log(source).ReadSegment(0));
        using var straight = new Follower();
        foreach (var segment in Sources.All.SelectMany(source => logs[source]))
            await straight.Receive(segment);
        var (tables, answers) = (straight.Tables(), straight.Answers());

        foreach (var seed in Enumerable.Range(1, 24))
        {
            using var shuffled = new Follower();
            foreach (var segment in Shuffle(logs, new Random(seed)))
            {
                await shuffled.Receive(segment);
                Assert.True(shuffled.EverySumIsThatOfItsPostings(), $"seed {seed}, {segment.Source}/{segment.First}");
            }

            Assert.Equal(tables, shuffled.Tables());
            Assert.Equal(answers, shuffled.Answers());
        }
    }

    [Fact]
    public async Task An_effect_before_its_cause_is_not_settled_and_its_account_is_named()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        await PartlyHandedOver.Append(host, "shipment", PartlyHandedOver.Shipment);
        await PartlyHandedOver.Followed(host);

        var early = await host.Get(Role.Auditor, "/tracking/balances");
        await PartlyHandedOver.Append(host, "intake", PartlyHandedOver.Intake);
        await PartlyHandedOver.Followed(host);
        var late = await host.Get(Role.Auditor, "/tracking/balances");

        var donation = early["donations"]![0]!;
        Assert.False((bool)donation["settled"]!);
        Assert.Equal("packed", (string?)Assert.Single(donation["unsettled"]!.AsArray()));
        Assert.Equal(0, donation["lines"]![0]!["accounts"]!.AsObject().Sum(account => (long)account.Value!));
        Assert.True((bool)late["donations"]![0]!["settled"]!);
        Assert.Null(late["donations"]![0]!["unsettled"]);
    }

    static List<LogSegment> OneByOne(LogSegment segment)
    {
        var ones = new List<LogSegment>();
        var hash = segment.PreviousHash;
        foreach (var (index, body) in segment.Events.Index())
        {
            ones.Add(new LogSegment { Source = segment.Source, First = segment.First + index, PreviousHash = hash, Events = [body] });
            hash = EventBody.Chain(hash, body);
        }

        return ones;
    }

    /// <summary>Any order that keeps each log's own.</summary>
    static IEnumerable<LogSegment> Shuffle(Dictionary<string, List<LogSegment>> logs, Random random)
    {
        var waiting = logs.Values.Select(log => new Queue<LogSegment>(log)).ToList();
        while (waiting.Count > 0)
        {
            // Now and then a whole log is far ahead of the others.
            var next = waiting[random.Next(waiting.Count)];
            for (var run = random.Next(1, 8); run > 0 && next.Count > 0; run--)
                yield return next.Dequeue();
            waiting.RemoveAll(log => log.Count == 0);
        }
    }

    /// <summary>Tracking's database alone, fed by hand.</summary>
    sealed class Follower : IDisposable
    {
        readonly TemporaryFolder folder = new();
        readonly Database database;
        readonly Log log;
        readonly Dictionary<string, Feed> feeds;

        public Follower()
        {
            database = folder.Database("tracking");
            database.Migrate(TimeProvider.System, typeof(Log).Assembly, typeof(TrackingSlices).Assembly);
            log = new Log("tracking", database, TrackingSlices.Define().Reactions, TimeProvider.System, NullLogger<Log>.Instance);
            feeds = Sources.All.ToDictionary(source => source, source => new Feed(log, source, NullLogger<Feed>.Instance), StringComparer.Ordinal);
        }

        public async Task Receive(LogSegment segment) => Assert.Null(await feeds[segment.Source].Receive(segment));

        public string Tables()
        {
            using var connection = database.Open();
            var dump = new StringBuilder();
            foreach (var table in connection.Query<string>(database.Dialect.Tables).Except(["migration", "lease"], StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var rows = connection.Query($"select * from {table}").Select(row => JsonSerializer.Serialize((IDictionary<string, object>)row));
                dump.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
            }

            return dump.ToString();
        }

        public string Answers()
        {
            using var connection = database.Open();
            var query = new Query(connection, database.Dialect, new Caller("auditor", Role.Auditor, "test"), new DefaultHttpContext().Request);
            string[] codes = ["D-2020-0001", "D-2020-0002", "020-12345675", PartlyHandedOver.FirstSscc, "D-2020-0001/C0010", "D-2020-0001/G0002", "P-13-2020-0001"];
            return JsonSerializer.Serialize(LoadBalances.Of(query, null), EventBody.Json) + string.Join('\n', codes.Select(code =>
                JsonSerializer.Serialize(Track.Load(query, Assert.Single(FindSubjects.By(query, code))), EventBody.Json)));
        }

        public bool EverySumIsThatOfItsPostings()
        {
            using var connection = database.Open();
            return connection.ExecuteScalar<long>(
                """
                select count(*) from (
                    select kind, code, donation, line, lot, account, holder, pieces from balance where pieces <> 0
                    except
                    select kind, code, donation, line, lot, account, holder, sum(pieces) from posting group by kind, code, donation, line, lot, account, holder) differing
                """) == 0;
        }

        public void Dispose()
        {
            log.Dispose();
            folder.Dispose();
        }
    }
}
