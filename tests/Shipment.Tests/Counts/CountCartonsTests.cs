using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class CountCartonsTests
{
    static readonly CountSession Open = new() { Session = 1 };
    static readonly Consignment Here = Some.Consignment();

    [Fact]
    public void A_senders_code_means_one_carton()
    {
        var two = new[] { Some.Uncounted(), Some.Uncounted(donation: DonationNumber.From(2020, 2)) };

        Assert.Equal("count-carton-ambiguous", CountCartons.Match(["C0001"], two).Refusal?.Code);
        Assert.Equal("count-cartons-unknown", CountCartons.Match(["C0002"], two).Refusal?.Code);
        Assert.Equal(two[1], Assert.Single(CountCartons.Match(["D-2020-0002/C0001", "D-2020-0002/C0001"], two).Cartons));
        Assert.Equal("sscc-check-digit", Assert.Throws<CodeFaultException>(() => CountCartons.Read("395212340000000015")).Fault.Code);
        Assert.Equal("395212340000000014", CountCartons.Read("(00)395212340000000014"));
    }

    [Fact]
    public void What_was_announced_is_not_over()
    {
        string? Over(CountedCarton[] announced, params string[] codes) => CountCartons.DecideOver(Here, Open, "no mark", codes, announced, ["X-2"]).Refusal?.Code;

        Assert.Equal("count-not-over", Over([Some.Uncounted()], "C0001"));
        Assert.Equal("carton-id-format", Over([], ""));
        Assert.Equal("count-not-arrived", CountCartons.DecideOver(Some.Consignment(LedgerAccount.InAir), Open, "no mark", ["X"], [], []).Refusal?.Code);
        Assert.Equal("reason-required", CountCartons.DecideOver(Here, Open, "", ["X"], [], []).Refusal?.Code);
        Assert.Equal(["X-1"], ((OverageCounted)Assert.Single(CountCartons.DecideOver(Here, Open, "no mark", ["X-1", "X-2"], [], ["X-2"]).Events)).Cartons);
    }

    [Fact]
    public async Task Answers_carry_running_totals_and_say_what_was_replaced()
    {
        await using var world = await World.Arrived(10, 2);

        var range = (await world.Post("/counts/1/range", new { condition = "good", from = "C0001", to = "C0012" })).Expect(200);
        var single = (await world.Post("/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { "C0001", "D-2020-0001/C0002" } })).Expect(200);
        var again = (await world.Post("/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { "C0001" } })).Expect(200);
        var quantity = (await world.Post("/counts/1/quantity", new { condition = "missing", reason = "none", donation = "D-2020-0001", line = 2, lot = "A", count = 1 })).Expect(200);
        var over = (await world.Post("/counts/1/cartons", new { condition = "over", reason = "no mark", cartons = new[] { "Z-1" } })).Expect(200);

        Assert.Equal((10, 2, 2), ((int?)range["counted"], (int?)range["notInConsignment"], (int?)range["uncounted"]));
        Assert.Equal((2, 2), ((int?)single["counted"], single["replaced"]!.AsArray().Count));
        Assert.Equal((0, 1), ((int?)again["counted"], (int?)again["unchanged"]));
        Assert.Equal(1, (int?)quantity["uncounted"]);
        Assert.Equal(
            """[{"condition":"good","cartons":8,"pieces":480},{"condition":"damaged","cartons":2,"pieces":120},{"condition":"missing","cartons":1,"pieces":50},{"condition":"over","cartons":1,"pieces":0}]""",
            over["totals"]!.ToJsonString());
        Assert.Equal("missing", (string?)(await world.Get("/cartons?after=D-2020-0001/C0010&limit=1")).Expect(200).Json![0]!["condition"]);
    }

    [Fact]
    public async Task Only_what_has_arrived_and_is_named_right_is_counted()
    {
        await using var world = await World.Booked(2);
        async Task<string?> Try(string path, object body) => (await world.Post(path, body)).Code;
        (await world.Post("/counts", new { })).Expect(201);

        Assert.Equal("count-not-arrived", await Try("/counts/1/cartons", new { condition = "good", cartons = new[] { "C0001" } }));
        Assert.Equal("not-found", await Try("/counts/2/cartons", new { condition = "good", cartons = new[] { "C0001" } }));
        Assert.Equal("cartons-asked", await Try("/counts/1/cartons", new { condition = "good", cartons = Array.Empty<string>() }));
        Assert.Equal("sscc-check-digit", await Try("/counts/1/cartons", new { condition = "good", cartons = new[] { "395212340000000015" } }));
        Assert.Equal("count-over-needs-codes", await Try("/counts/1/range", new { condition = "over", reason = "x", from = "C0001", to = "C0002" }));
        Assert.Equal("count-over-needs-codes", await Try("/counts/1/quantity", new { condition = "over", reason = "x", donation = "D-2020-0001", line = 1, count = 1 }));
        Assert.Equal("not-found", (await world.Host.Post(Hosting.Access.Role.Coordinator, "/shipment/consignments/020-12345675/counts", new { })).Expect(404).Code);
    }
}
