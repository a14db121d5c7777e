using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

/// <summary>By carton, by range and by quantity.</summary>
public sealed class EntryTests
{
    static readonly CountSession Open = new() { Session = 1 };
    static readonly DocumentNumber Note = DocumentNumber.From("GRN", 2020, 1);
    static readonly Consignment Here = Some.Consignment();

    static CountedCarton Carton(string code = "C0001", DonationNumber? donation = null) => new()
    {
        Id = CartonId.From(donation ?? Some.Donation, code),
        Donation = donation ?? Some.Donation,
        SenderCode = code,
        Flight = "CA929",
        Stage = LedgerAccount.AtAirport,
    };

    static string? CodeOf(CountedCarton carton, Condition condition = Condition.Good, string? reason = null, CountSession? session = null, Consignment? consignment = null) =>
        Entry.Decide(consignment ?? Here, session ?? Open, condition, reason, [carton]).Refusal?.Code;

    [Fact]
    public void The_same_again_changes_nothing_and_something_else_replaces_it()
    {
        var counted = Carton() with { Session = 1, Condition = Condition.Damaged, Reason = "wet" };

        Assert.Empty(Entry.Decide(Here, Open, Condition.Damaged, "wet", [counted]).Events);
        Assert.Single(Entry.Decide(Here, Open, Condition.Good, null, [counted]).Events);
        Assert.Single(Entry.Decide(Here, Open, Condition.Damaged, "torn", [counted]).Events);
    }

    [Fact]
    public void What_cannot_be_entered_says_why()
    {
        Assert.Equal("reason-required", CodeOf(Carton(), Condition.Damaged));
        Assert.Equal("reason-required", CodeOf(Carton(), Condition.Missing, ""));
        Assert.Equal("text-too-long", CodeOf(Carton(), Condition.Damaged, new string('x', 501)));
        Assert.Equal("json-invalid", CodeOf(Carton(), (Condition)99, "x"));
        Assert.Equal("count-confirmed", CodeOf(Carton(), session: Open with { Note = Note }));
        Assert.Equal("count-final", CodeOf(Carton(), consignment: Here with { FinalNote = Note }));
        Assert.Equal("count-not-arrived", CodeOf(Carton() with { Stage = LedgerAccount.InAir }));
        Assert.Equal("count-cartons-confirmed", CodeOf(Carton() with { Session = 2, Condition = Condition.Good, Note = Note }));
        Assert.Equal("count-final", OpenCount.Decide(Here with { FinalNote = Note }, 2).Refusal?.Code);
    }

    [Fact]
    public void Long_lists_are_several_events() =>
        Assert.Equal([500, 500, 1], Entry.Decide(Here, Open, Condition.Good, null, [.. Enumerable.Range(1, 1001).Select(i => Carton($"C{i:0000}"))])
            .Events.Cast<CartonsCounted>().Select(counted => counted.Cartons.Count));

    [Fact]
    public void A_senders_code_means_one_carton()
    {
        var two = new[] { Carton(), Carton(donation: DonationNumber.From(2020, 2)) };

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

        Assert.Equal("count-not-over", Over([Carton()], "C0001"));
        Assert.Equal("carton-id-format", Over([], ""));
        Assert.Equal("count-not-arrived", CountCartons.DecideOver(Some.Consignment(LedgerAccount.InAir), Open, "no mark", ["X"], [], []).Refusal?.Code);
        Assert.Equal("reason-required", CountCartons.DecideOver(Here, Open, "", ["X"], [], []).Refusal?.Code);
        Assert.Equal(["X-1"], ((OverageCounted)Assert.Single(CountCartons.DecideOver(Here, Open, "no mark", ["X-1", "X-2"], [], ["X-2"]).Events)).Cartons);
    }

    [Theory]
    [InlineData("C0009", "C0011", "C0009 C0010 C0011")]
    [InlineData("C9", "C11", "C9 C10 C11")]
    [InlineData("C0001", "C0001", "C0001")]
    [InlineData("d-2020-0001/C1", "D-2020-0001/C2", "D-2020-0001/C1 D-2020-0001/C2")]
    [InlineData("395212340000000014", "395212340000000021", "395212340000000014 395212340000000021")]
    public void A_range_holds_both_ends(string from, string to, string codes) => Assert.Equal(codes, string.Join(' ', SerialRange.Read(from, to).Codes));

    [Theory]
    [InlineData("C0002", "C0001")]
    [InlineData("C0001", "G0002")]
    [InlineData("C001", "C0002")]
    [InlineData("C", "D")]
    [InlineData("395212340000000014", "C0001")]
    public void A_range_has_a_beginning_and_an_end_of_one_kind(string from, string to) => Assert.Equal("count-range", SerialRange.Read(from, to).Refusal?.Code);

    [Fact]
    public void A_range_is_of_one_donation_and_not_endless()
    {
        var range = new CountRangeRequest(Condition.Good, "C0001", "C0002");

        Assert.Equal("count-range-long", SerialRange.Read("C00001", "C99999").Refusal?.Code);
        Assert.Equal("count-range-empty", CountRange.Opposed(range, [])?.Code);
        Assert.Equal("count-range-donations", CountRange.Opposed(range, [Carton(), Carton(donation: DonationNumber.From(2020, 2))])?.Code);
    }

    [Fact]
    public void A_quantity_is_positive_and_there()
    {
        Assert.Equal("count-too-few", CountQuantity.Opposed(new(Condition.Good, Some.Donation, 1, 3), 2)?.Code);
        Assert.Equal("pieces-not-positive", CountQuantity.Opposed(new(Condition.Good, Some.Donation, 1, 0), 2)?.Code);
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
