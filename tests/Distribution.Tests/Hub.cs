using System.Text.Json.Nodes;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Testing;

namespace Logistics.Distribution.Tests;

/// <summary>The service over a log of Shipment that a test writes itself, with short words for the steps of the story.</summary>
public sealed class Hub : IAsyncDisposable
{
    public static readonly DateTimeOffset Delivered = new(2020, 5, 13, 15, 0, 0, TimeSpan.FromHours(9));
    public static readonly DateTimeOffset Dispatched = new(2020, 5, 15, 9, 0, 0, TimeSpan.FromHours(9));
    public static readonly DateTimeOffset Received = new(2020, 5, 17, 10, 30, 0, TimeSpan.FromHours(9));
    public static readonly AirWaybill AirWaybill = Code.Parse<AirWaybill>("999-20051113");

    Hub(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public Log Log => Host.Log("distribution");

    /// <summary>Opens for business once the cartons are in stock.</summary>
    public static async Task<Hub> With(params Carton[] cartons)
    {
        var hub = new Hub(await RunningHost.Start(DistributionSlices.Define(), new ServiceDefinition("shipment", typeof(Log).Assembly)));
        await hub.Deliver(cartons);
        return hub;
    }

    /// <summary>Two recipients with 4 and 2 cartons of masks each in a published plan.</summary>
    public static async Task<Hub> WithPublishedPlan()
    {
        var hub = await With(Cartons.Masks(6));
        await hub.Publish(Cartons.Mask, ("13", 4), ("27", 2));
        return hub;
    }

    /// <summary>P-13-2020-0001 with 240 masks and P-27-2020-0001 with 120 are on their way.</summary>
    public static async Task<Hub> WithParcels()
    {
        var hub = await WithPublishedPlan();
        (await hub.Dispatch()).Expect(201);
        return hub;
    }

    /// <summary>Association 13 has 240 masks of R-2020-0001.</summary>
    public static async Task<Hub> WithReceipt()
    {
        var hub = await WithParcels();
        (await hub.Receive("P-13-2020-0001")).Expect(201);
        return hub;
    }

    public async Task Deliver(params Carton[] cartons)
    {
        foreach (var chunk in cartons.Chunk(Carton.MaxPerEvent))
            await Ship(new CartonsDelivered(AirWaybill, Delivered, chunk, []));
        await Followed();
    }

    public Task Ship(params object[] events) => Host.Log("shipment").Write(new Origin("shipment", "test"), session =>
    {
        session.Append($"consignment/{AirWaybill}", events);
        return 0;
    });

    /// <summary>Waits until all that Shipment said is applied.</summary>
    /// <exception cref="InvalidOperationException">The feed is stalled; the message says why.</exception>
    public Task Followed() => Eventually.Holds(async () => await Stalled() && await Position() == Host.Log("shipment").Head, "Shipment's log is applied");

    async Task<bool> Stalled()
    {
        var error = await Log.Write(new Origin("test", "read"), session => session.Find<string>("select error from stall"));
        return error is null ? true : throw new InvalidOperationException(error);
    }

    public Task<long> Position() => Read("select coalesce(max(seq), 0) from position where source = 'shipment'");

    public Task<long> Read(string sql) => Log.Write(new Origin("test", "read"), session => session.Scalar<long>(sql));

    /// <summary>Drafts fixed amounts with the rest to the first, approves by a second person and publishes.</summary>
    public async Task<string> Publish(ProductCode product, params (string Recipient, long Cartons)[] amounts)
    {
        var drafted = (await Post("/plans", Fixed(product, amounts))).Expect(201);
        var plan = (string)drafted["plan"]!;
        (await Approve(plan)).Expect(200);
        (await Post($"/plans/{plan}/publication", new { })).Expect(200);
        return plan;
    }

    public static object Fixed(ProductCode product, params (string Recipient, long Cartons)[] amounts) => new
    {
        product = product.Value,
        on = "2020-05-14",
        rule = new
        {
            method = "fixed-with-remainder",
            @fixed = amounts.Skip(1).ToDictionary(amount => amount.Recipient, amount => amount.Cartons),
            remainderTo = amounts[0].Recipient,
        },
    };

    public Task<HttpReply> Approve(string plan) => Host.PostAs("coordinator-second", Role.Coordinator, $"/distribution/plans/{plan}/approval", new { });

    public Task<HttpReply> Dispatch(DateTimeOffset? at = null) => Post(
        "/dispatches", new { carrier = "Yamato", at = at ?? Dispatched, expectedOn = DateOnly.FromDateTime((at ?? Dispatched).DateTime).AddDays(3) });

    public Task<HttpReply> Receive(string parcel, object? request = null) =>
        Post($"/parcels/{parcel}/receipts", request ?? new { receivedAt = Received, allGood = true }, parcel[2..4]);

    public Task<HttpReply> HandOver(string association, long pieces, string institution = "1310000001", bool member = true) => Post(
        "/handovers",
        new { institution = new { code = institution, name = "City hospital", member }, at = Received.AddDays(1), goods = new[] { new { product = "mask", pieces } } },
        association);

    public Task<HttpReply> TakePhoto(string parcel, byte[] bytes, string association) =>
        Host.Upload(Role.Association, $"/distribution/parcels/{parcel}/photos", bytes, organisation: association);

    /// <summary>Calls as the association, or as a coordinator if no association is named.</summary>
    public Task<HttpReply> Post(string path, object body, string? association = null, string language = "en") => association is null
        ? Host.Post(Role.Coordinator, "/distribution" + path, body, language: language)
        : Host.Post(Role.Association, "/distribution" + path, body, language: language, organisation: association);

    /// <inheritdoc cref="Post"/>
    public Task<HttpReply> Get(string path, string? association = null) => association is null
        ? Host.Get(Role.Coordinator, "/distribution" + path)
        : Host.Get(Role.Association, "/distribution" + path, organisation: association);

    public async Task<JsonArray> List(string path, string? association = null) => (JsonArray)(await Get(path, association)).Expect(200).Json!;

    /// <summary>The lines of an export in Japanese, the heading first.</summary>
    public async Task<string[]> Export(string path, string? association = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/distribution" + path);
        request.Headers.Authorization = new("Bearer", association is null ? Host.Token(Role.Coordinator) : Host.Token(Role.Association, association));
        request.Headers.AcceptLanguage.ParseAdd("ja");
        using var response = await Host.Send(request);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
