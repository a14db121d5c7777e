using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class ConfirmCountTests
{
    static readonly CountSession Open = new() { Session = 1, People = ["first"] };
    static readonly DocumentNumber Earlier = DocumentNumber.From("GRN", 2020, 1);
    static readonly Consignment Here = Some.Consignment();

    static ConfirmCount.State With(params IReadOnlyList<StoredCarton> cartons) => new(cartons, [], [], new(2020, 4, 7));

    static IReadOnlyList<StoredCarton> Counted(IEnumerable<Carton> cartons, Condition condition, string? reason = null) =>
        cartons.Stored(CartonState.Booked, new CountEntry(1, condition, reason));

    static string? CodeOf(ConfirmCount.State state, bool final = false, string account = "second", CountSession? session = null, Consignment? consignment = null) =>
        ConfirmCount.Decide(consignment ?? Here, session ?? Open, account, state, new(final)).Refusal?.Code;

    [Fact]
    public void Every_condition_and_reason_is_a_discrepancy_with_a_number_of_its_own()
    {
        var masks = Some.Masks(6);
        var state = With(
        [
            .. Counted(masks.Take(2), Condition.Good), .. Counted(masks.Skip(2).Take(1), Condition.Damaged, "torn"),
            .. Counted(masks.Skip(3).Take(1), Condition.Damaged, "wet"), .. masks.Skip(4).Stored(CartonState.Booked),
        ]) with
        { Overages = [new("no mark", 3)] };

        var events = ConfirmCount.Decide(Here, Open, "second", state, new(true)).Events;

        Assert.Equal((Condition.Missing, ConfirmCount.NeverCounted, 2), (((CartonsCounted)events[0]).Condition, ((CartonsCounted)events[0]).Reason, ((CartonsCounted)events[0]).Cartons.Count));
        var note = (CountConfirmed)events[^1];
        Assert.Equal(("GRN-2020-0005", 2, 120), (note.Note.Value, note.GoodCartons, note.GoodPieces));
        Assert.Equal(
            [
                ("DSC-2020-0008", DiscrepancyKind.Damage, 1, "torn"), ("DSC-2020-0009", DiscrepancyKind.Damage, 1, "wet"),
                ("DSC-2020-0010", DiscrepancyKind.Shortage, 2, ConfirmCount.NeverCounted), ("DSC-2020-0011", DiscrepancyKind.Overage, 3, "no mark"),
            ],
            note.Discrepancies.Select(one => (one.Number.Value, one.Kind, one.Cartons, one.Reason)));
        Assert.Equal(
            [(LedgerAccount.Damaged, 120L), (LedgerAccount.Missing, 120L)], note.Movements.Select(movement => (movement.To!.Value, movement.Goods.Pieces)));
    }

    [Fact]
    public void A_line_of_which_nothing_came_is_a_discrepancy_of_its_own()
    {
        var masks = Some.Masks(2);
        var garments = Some.Cartons(Some.Donation, 2, "garment", 'G', 2, 50);
        var state = With([.. Counted(masks.Take(1), Condition.Good), .. masks.Skip(1).Stored(CartonState.Booked), .. garments.Stored(CartonState.Booked)]);

        var note = (CountConfirmed)ConfirmCount.Decide(Here, Open, "second", state, new(true)).Events[^1];

        Assert.Equal([(1, 60L), (2, 100L)], note.Discrepancies.Select(one => (Assert.Single(one.Goods).Line, one.Goods[0].Pieces)));
    }

    [Fact]
    public void A_session_that_is_not_final_leaves_what_nobody_counted()
    {
        var masks = Some.Masks(3);
        var state = With([.. Counted(masks.Take(1), Condition.Good), .. masks.Skip(1).Stored(CartonState.Booked)]);

        var note = Assert.IsType<CountConfirmed>(Assert.Single(ConfirmCount.Decide(Here, Open, "second", state, new(false)).Events));

        Assert.Empty(note.Discrepancies);
        Assert.Empty(note.Movements);
    }

    [Fact]
    public void What_stands_against_a_confirmation_is_said()
    {
        var good = With(Counted(Some.Masks(1), Condition.Good));

        Assert.Equal("count-second-person", CodeOf(good, account: "first"));
        Assert.Equal("count-confirmed", CodeOf(good, session: Open with { Note = Earlier }));
        Assert.Equal("count-final", CodeOf(good, consignment: Here with { FinalNote = Earlier }));
        Assert.Equal("count-empty", CodeOf(With(Some.Masks(1).Stored(CartonState.Booked))));
        Assert.Equal("count-sessions-open", CodeOf(good with { Unconfirmed = [2] }, final: true));
        Assert.Null(CodeOf(good with { Unconfirmed = [2] }));
        Assert.Equal("count-not-arrived", CodeOf(With(Some.Masks(1).Stored(CartonState.Booked)), final: true, consignment: Some.Consignment(LedgerAccount.InAir)));
    }

    [Fact]
    public void A_note_fits_one_event()
    {
        var masks = Some.Masks(601).Select((carton, i) => new StoredCarton(carton, CartonState.Booked, Some.Awb, "CA929", new(1, Condition.Damaged, $"reason {i}")));

        Assert.Equal("count-too-varied", CodeOf(With([.. masks])));
    }

    [Fact]
    public async Task The_final_count_is_confirmed_once_by_a_second_person()
    {
        await using var world = await World.Arrived(3);
        await world.Count("good", "C0001", "C0002");

        Assert.Equal("count-second-person", (await world.Post("/counts/1/confirmation", new { final = true })).Expect(409).Code);
        await world.Confirm(final: true);

        Assert.Equal("count-confirmed", (await world.Post("/counts/1/confirmation", new { final = true }, "third")).Expect(409).Code);
        Assert.Equal("count-final", (await world.Post("/counts", new { })).Expect(409).Code);
        Assert.Equal("count-confirmed", (await world.Post("/counts/1/cartons", new { condition = "good", cartons = new[] { "C0003" } })).Expect(409).Code);
        Assert.Equal("missing", (string?)(await world.Get("/cartons?state=missing")).Json![0]!["condition"]);
        Assert.Equal(60, (int?)(await world.Get("/notes")).Json![0]!["discrepancies"]![0]!["openPieces"]);
    }

    [Fact]
    public async Task Whoever_entered_one_carton_cannot_confirm()
    {
        await using var world = await World.Arrived(2);
        (await world.Post("/counts/1/cartons", new { condition = "good", cartons = new[] { "C0001" } }, "second")).Expect(200);

        Assert.Equal("count-second-person", (await world.Post("/counts/1/confirmation", new { final = false }, "second")).Expect(409).Code);
    }
}
