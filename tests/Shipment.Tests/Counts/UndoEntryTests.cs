using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class UndoEntryTests
{
    static readonly CountSession Open = new() { Session = 1, Entries = 3 };
    static readonly DocumentNumber Note = DocumentNumber.From("GRN", 2020, 1);
    static readonly LoggedEntry Third = new() { Entry = 3, Cartons = [(Id(1), null), (Id(2), Before(2, 7, Condition.Damaged)), (Id(3), Before(3, 7, Condition.Damaged))], Overages = ["X-1"] };

    static CartonId Id(int i) => CartonId.From(Some.Donation, $"C{i:0000}");

    static Mark Before(int i, long seq, Condition condition) => new() { Carton = Id(i), Seq = seq, Session = 1, Condition = condition };

    [Fact]
    public void Cartons_return_to_what_was_counted_before_or_to_nothing()
    {
        var undone = Assert.IsType<CountEntryUndone>(Assert.Single(UndoEntry.Decide(Some.Consignment(), Open, Third).Events));

        Assert.Equal([Id(1)], undone.Uncounted);
        var restored = Assert.Single(undone.Restored);
        Assert.Equal((7L, 1, Condition.Damaged), (restored.Seq, restored.Session, restored.Condition));
        Assert.Equal([Id(2), Id(3)], restored.Cartons);
        Assert.Equal(["X-1"], undone.Overages);
    }

    [Fact]
    public void An_entry_that_others_replaced_altogether_is_undone_all_the_same_and_a_long_one_in_parts()
    {
        Assert.Empty(Assert.IsType<CountEntryUndone>(Assert.Single(UndoEntry.Decide(Some.Consignment(), Open, Third with { Cartons = [], Overages = [] }).Events)).Uncounted);

        var many = Third with { Cartons = [.. Enumerable.Range(1, 600).Select(i => (Id(i), (Mark?)null))], Overages = [] };
        Assert.Equal([250, 250, 100], UndoEntry.Decide(Some.Consignment(), Open, many).Events.Cast<CountEntryUndone>().Select(part => part.Uncounted.Count));
    }

    [Fact]
    public void What_is_confirmed_or_undone_already_is_refused()
    {
        string? Code(CountSession? session = null, LoggedEntry? entry = null, DocumentNumber? final = null) =>
            UndoEntry.Decide(Some.Consignment() with { FinalNote = final }, session ?? Open, entry ?? Third).Refusal?.Code;

        Assert.Equal("count-confirmed", Code(Open with { Note = Note }));
        Assert.Equal("count-final", Code(final: Note));
        Assert.Equal("count-entry-undone", Code(entry: Third with { UndoneAt = DateTimeOffset.UnixEpoch }));
    }

    [Fact]
    public async Task Every_entry_is_numbered_shown_newest_first_and_undone_once()
    {
        await using var world = await World.Arrived(10, 2);
        await world.Count("good", "C0001", "C0010");
        var wet = (await world.Post("/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { "C0001", "C0002" } })).Expect(200);
        var torn = (await world.Post("/counts/1/cartons", new { condition = "damaged", reason = "torn", cartons = new[] { "C0002", "G0001" } })).Expect(200);
        var over = (await world.Post("/counts/1/cartons", new { condition = "over", reason = "no mark", cartons = new[] { "X-1" } })).Expect(200);
        var same = (await world.Post("/counts/1/cartons", new { condition = "damaged", reason = "torn", cartons = new[] { "C0002" } })).Expect(200);

        Assert.Equal((2, 3, 4, null), ((int?)wet["entry"], (int?)torn["entry"], (int?)over["entry"], (int?)same["entry"]));
        Assert.Equal("good 8, damaged 3, over 1; 1 uncounted", await Totals(world));

        // The middle one: C0002 was counted later and stays torn, C0001 is good again.
        Assert.Equal(1, (int?)(await world.Post("/counts/1/undo", new { entry = 2 }, "third")).Expect(200)["returned"]);
        Assert.Equal("good 9, damaged 2, over 1; 1 uncounted", await Totals(world));
        // The last one that names C0002: beneath it the one that was undone is gone, so the first stands.
        (await world.Post("/counts/1/undo", new { entry = 3 })).Expect(200);
        Assert.Equal("good 10, over 1; 2 uncounted", await Totals(world));
        (await world.Post("/counts/1/undo", new { entry = 4 })).Expect(200);
        Assert.Equal("good 10; 2 uncounted", await Totals(world));
        Assert.Equal("count-entry-undone", (await world.Post("/counts/1/undo", new { entry = 4 })).Expect(409).Code);
        Assert.Equal("not-found", (await world.Post("/counts/1/undo", new { entry = 5 })).Expect(404).Code);
        Assert.Equal("count-second-person", (await world.Post("/counts/1/confirmation", new { final = false }, "third")).Expect(409).Code);

        var count = (await world.Get("/counts/1")).Expect(200);
        Assert.Equal([4, 3, 2, 1], count["entries"]!.AsArray().Select(entry => (int)entry!["entry"]!));
        Assert.Equal(("third", "D-2020-0001/C0001", "D-2020-0001/C0002"), ((string?)count["entries"]![2]!["undoneBy"], (string?)count["entries"]![2]!["firstCarton"], (string?)count["entries"]![2]!["lastCarton"]));
        Assert.Equal([2, 1], (await world.Get("/counts/1?before=3")).Expect(200)["entries"]!.AsArray().Select(entry => (int)entry!["entry"]!));
        Assert.Equal(["coordinator", "third"], count["people"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(
            """[{"flight":"CA929","donation":"D-2020-0001","line":1,"product":"mask","cartons":10,"pieces":600,"good":10,"damaged":0,"missing":0,"uncounted":0},{"flight":"CA929","donation":"D-2020-0001","line":2,"product":"garment","cartons":2,"pieces":100,"good":0,"damaged":0,"missing":0,"uncounted":2}]""",
            count["lines"]!.ToJsonString());
        Assert.Equal(100, (long?)count["uncountedPieces"]);

        await world.Confirm(final: true);
        Assert.Equal("count-confirmed", (await world.Post("/counts/1/undo", new { entry = 1 })).Expect(409).Code);
        var before = world.Tables();
        await world.Host.Log("shipment").Rebuild();
        Assert.Equal(before, world.Tables());
        Assert.Equal(("second", true), ((string?)(await world.Get("/counts/1"))["confirmedBy"], (bool?)(await world.Get("/counts/1"))["final"]));
        (await world.Get("/counts/2")).Expect(404);
    }

    [Fact]
    public async Task An_undone_entry_does_not_return_a_carton_into_a_confirmed_session()
    {
        await using var world = await World.Arrived(3);
        await world.Count("good", "C0001", "C0003");
        (await world.Post("/counts", new { })).Expect(201);
        (await world.Post("/counts/2/cartons", new { condition = "damaged", reason = "wet", cartons = new[] { "C0001" } })).Expect(200);
        await world.Confirm(final: false);

        (await world.Post("/counts/2/undo", new { entry = 1 })).Expect(200);

        var carton = (await world.Get("/cartons")).Json![0]!;
        Assert.Equal(("D-2020-0001/C0001", "booked", null), ((string?)carton["id"], (string?)carton["state"], (string?)carton["condition"]));
        Assert.Equal(1, (int?)(await world.Get("/counts/2"))["uncountedCartons"]);
    }

    static async Task<string> Totals(World world)
    {
        var count = (await world.Get("/counts/1")).Expect(200);
        return string.Join(", ", count["totals"]!.AsArray().Select(total => $"{(string?)total!["condition"]} {(int?)total["cartons"]}")) + $"; {(int?)count["uncountedCartons"]} uncounted";
    }
}
