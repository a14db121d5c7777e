using System.Text.Json;
using Dapper;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.Shipment.Tests;

/// <summary>Intake and shipment in one process, and what a donor does before cartons can fly.</summary>
sealed class World : IAsyncDisposable
{
    public const string Awb = "999-20051113";
    public const string Path = "/shipment/consignments/" + Awb;

    public static readonly DonationNumber Donation = DonationNumber.From(2020, 1);

    World(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public static async Task<World> Start() => new(await RunningHost.Start(IntakeSlices.Define(), ShipmentSlices.Define()));

    /// <summary>Line 1, masks: C0001 and on, 60 pieces each. Line 2, garments: G0001 and on, 50 pieces each. Released.</summary>
    public static async Task<World> WithCartons(int masks, int garments = 0)
    {
        var world = await Start();
        await world.Pack(Some.Cartons(Donation, 1, "mask", 'C', masks, 60));
        if (garments > 0)
            await world.Pack(Some.Cartons(Donation, 2, "garment", 'G', garments, 50));
        await world.Intake(new DonationReleased(Donation, masks + garments, 0));
        await world.Followed("released", masks + garments);
        return world;
    }

    /// <summary>Booked on the one flight CA929.</summary>
    public static async Task<World> Booked(int masks, int garments = 0)
    {
        var world = await WithCartons(masks, garments);
        (await world.Post("", Booking())).Expect(201);
        return world;
    }

    /// <summary>Booked, arrived, and session 1 opened.</summary>
    public static async Task<World> Arrived(int masks, int garments = 0)
    {
        var world = await Booked(masks, garments);
        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        (await world.Post("/counts", new { })).Expect(201);
        return world;
    }

    public static object Booking(string airWaybill = Awb) => new
    {
        airWaybill,
        flights = new[] { new { number = "CA929", from = "PVG", to = "NRT", departsAt = "2020-05-11T23:40:00+08:00", arrivesAt = "2020-05-12T02:35:00+09:00" } },
        donations = new[] { Donation.Value },
    };

    public async Task Pack(IReadOnlyList<Carton> cartons)
    {
        foreach (var part in cartons.Chunk(Carton.MaxPerEvent))
            await Intake(new CartonsPacked(Donation, "Alibaba Foundation", part, []));
    }

    public Task Intake(object @event) => Host.Append("intake", $"donation/{Donation}", @event);

    public Task Followed(string state, int cartons) => Eventually.Holds(
        () =>
        {
            using var connection = Host.Log("shipment").Database.Open();
            Assert.Null(connection.QueryFirstOrDefault<string>("select error from stall"));
            return Task.FromResult(Count($"select count(*) from carton where state = '{state}'") == cartons);
        },
        $"{cartons} cartons {state}");

    /// <summary>To the consignment; a path of nothing books one.</summary>
    public Task<HttpReply> Post(string path, object body, string account = "coordinator") =>
        Host.PostAs(account, Role.Coordinator, path.Length == 0 ? "/shipment/consignments" : Path + path, body);

    public Task<HttpReply> Get(string path = "") => Host.Get(Role.Auditor, Path + path);

    public async Task Milestone(string code, string at, string? flight = null) =>
        (await Post("/milestones", new { code, place = "NRT", at, flight })).Expect(201);

    public async Task Count(string condition, string from, string to, string? reason = null) =>
        (await Post("/counts/1/range", new { condition, from, to, reason })).Expect(200);

    public async Task<HttpReply> Confirm(bool final, int session = 1) =>
        (await Post($"/counts/{session}/confirmation", new { final }, "second")).Expect(201);

    public async Task Clear()
    {
        (await Post("/customs/entry", new { entry = "E-1", dutyExemption = "X-1", at = "2020-05-12T09:00:00+09:00" })).Expect(200);
        (await Post("/customs/release", new { permit = "P-1", at = "2020-05-12T15:00:00+09:00" })).Expect(200);
    }

    public long Count(string sql)
    {
        using var connection = Host.Log("shipment").Database.Open();
        return connection.ExecuteScalar<long>(sql);
    }

    /// <summary>Every row of every table that the log can rebuild.</summary>
    public IReadOnlyList<string> Tables()
    {
        string[] tables =
        [
            "carton", "carton_goods", "consignment", "consignment_donation", "flight", "milestone", "count_session", "count_person",
            "count_entry", "count_log", "count_mark", "overage", "discrepancy", "delivery",
        ];
        using var connection = Host.Log("shipment").Database.Open();
        return
        [
            .. tables.SelectMany(table => connection.Query($"select * from {table}").Select(row => $"{table} {JsonSerializer.Serialize((object)row)}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>All movements of the log, in order.</summary>
    public async Task<IReadOnlyList<Movement>> Movements()
    {
        var movements = new List<Movement>();
        for (long after = 0; after < Host.Log("shipment").Head;)
        {
            var segment = await Host.Log("shipment").ReadSegment(after);
            foreach (var body in segment.Events)
            {
                var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
                if (data.TryGetProperty("movements", out var moved))
                    movements.AddRange(moved.Deserialize<Movement[]>(EventBody.Json)!);
            }

            after = segment.Last;
        }

        return movements;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
