using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Pages;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Papers;

/// <summary>
/// 600 masks in ten cartons of 60 that flew to Narita: one is wet and one not there; all the rest goes to Tokyo, which receives 300 good, 50
/// missing and 10 damaged.
/// </summary>
public sealed class PapersOfAGift : IAsyncLifetime
{
    public const string AirWaybill = "020-12345675";

    readonly FourServices services = new();

    public string Donation { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string Parcel { get; private set; } = "";

    public string Receipt { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await services.InitializeAsync();
        Donation = (string)(await Do(Role.Foundation, "/intake/donations", new
        {
            donor = "Donor <b> & Co.",
            pledgedOn = "2020-05-08",
            lines = new[] { new { product = "mask", gtin = "09521234000013", pieces = 600 } },
        }))["number"]!;
        await Do(Role.Foundation, $"/intake/donations/{Donation}/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "M1", expiry = "2099-04" });
        await Do(Role.Foundation, $"/intake/donations/{Donation}/release", new { });
        await Reached("shipment", "intake");
        var consignment = $"/shipment/consignments/{AirWaybill}";
        await Do(Role.Coordinator, "/shipment/consignments", new
        {
            airWaybill = AirWaybill,
            donations = new[] { Donation },
            flights = new[] { new { number = "CA929", from = "PVG", to = "NRT", departsAt = "2020-05-11T23:40:00+08:00", arrivesAt = "2020-05-12T02:35:00+09:00" } },
        });
        await Do(Role.Coordinator, $"{consignment}/milestones", new { flight = "CA929", code = "dep", place = "PVG", at = "2020-05-11T23:40:00+08:00" });
        await Do(Role.Coordinator, $"{consignment}/milestones", new { flight = "CA929", code = "arr", place = "NRT", at = "2020-05-12T02:35:00+09:00" });
        await Do(Role.Coordinator, $"{consignment}/customs/entry", new { entry = "11020051201", at = "2020-05-12T09:00:00+09:00" });
        await Do(Role.Coordinator, $"{consignment}/customs/release", new { permit = "11020051201", at = "2020-05-12T16:30:00+09:00" });
        await Do(Role.Coordinator, $"{consignment}/counts", new { });
        await Do(Role.Coordinator, $"{consignment}/counts/1/range", new { condition = "good", from = "C00001", to = "C00008" });
        await Do(Role.Coordinator, $"{consignment}/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { $"{Donation}/C00009" } });
        Note = (string)(await Do(Role.Coordinator, $"{consignment}/counts/1/confirmation", new { final = true }, "second"))["note"]!;
        await Do(Role.Coordinator, $"{consignment}/delivery", new { hub = "Tokyo", at = "2020-05-13T14:00:00+09:00" });
        await Reached("distribution", "shipment");
        var plan = (string)(await Do(Role.Coordinator, "/distribution/plans", new
        {
            product = "mask",
            on = "2020-05-14",
            rule = new { method = "fixed-with-remainder", @fixed = new Dictionary<string, int>(StringComparer.Ordinal) { ["13"] = 6 }, remainderTo = "27" },
        }))["plan"]!;
        await Do(Role.Coordinator, $"/distribution/plans/{plan}/approval", new { }, "second");
        await Do(Role.Coordinator, $"/distribution/plans/{plan}/publication", new { on = "2020-05-14" });
        await Do(Role.Coordinator, "/distribution/dispatches", new { carrier = "Yamato <i>", at = "2020-05-14T10:00:00+09:00", expectedOn = "2020-05-16" });
        Parcel = "P-13-2020-0001";
        Receipt = (string)(await Do(
            Role.Association,
            $"/distribution/parcels/{Parcel}/receipts",
            new { receivedAt = "2020-05-15T10:00:00+09:00", lines = new[] { new { line = 1, good = 300, damaged = 10, missing = 50, unfit = 0, reason = "crushed" } } }))["receipt"]!;
        await Reached("tracking", "intake");
    }

    public Task<AtWork> SignIn(Role role) => services.SignIn(role);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    async Task<JsonNode> Do(Role role, string path, object body, string account = "first")
    {
        var reply = role == Role.Association
            ? await services.Host.Post(role, path, body, organisation: "13")
            : await services.Host.PostAs($"{role}-{account}", role, path, body);
        return reply.Status is 200 or 201 ? reply.Json! : throw new InvalidOperationException($"{path}: {reply.Text}");
    }

    Task Reached(string service, string source) => Eventually.Holds(
        async () => (await services.Host.Get(Role.Coordinator, $"/{service}/feeds")).Expect(200).Json!.AsArray()
            .Any(feed => (string?)feed!["source"] == source && (long)feed["position"]! == services.Host.Log(source).Head),
        $"{service} at the end of {source}");
}
