using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Receipts;

namespace Logistics.Distribution.Tests.Receipts;

public sealed class ConfirmReceiptTests
{
    static readonly ParcelNumber Number = Code.Parse<ParcelNumber>("P-13-2020-0001");
    static readonly ConfirmReceipt.Context Context = new(DocumentNumber.From("R", 2020, 2), [DocumentNumber.From("R", 2020, 1)], 4, [new(DocumentNumber.From("R", 2020, 1), false, 40)], new HashSet<string> { "aa", "bb" });

    [Fact]
    public void All_good_takes_what_is_outstanding()
    {
        var confirmed = Confirmed(Parcel(reported: 40), new(Hub.Received, AllGood: true));

        Assert.Equal([(1, 200L), (2, 50L)], confirmed.Lines.Select(line => (line.Line, line.Good)));
        Assert.All(confirmed.Movements, movement => Assert.Equal("association:13", movement.To!.Value.Value));
        Assert.Empty(confirmed.Discrepancies);
    }

    [Fact]
    public void Every_kind_moves_to_its_account_and_opens_a_numbered_case()
    {
        var confirmed = Confirmed(Parcel(), One(new(1, 100, 10, 20, 30, "Wet")));

        Assert.Equal(
            [("association:13", 100L), ("damaged:13", 10L), ("missing:13", 20L), ("held:13", 30L)],
            confirmed.Movements.Select(movement => (movement.To!.Value.Value, movement.Goods.Pieces)));
        Assert.All(confirmed.Movements, movement => Assert.Equal("in-delivery:13", movement.From!.Value.Value));
        Assert.Equal(
            [("DSR-2020-0005", DiscrepancyKind.Damage), ("DSR-2020-0006", DiscrepancyKind.Shortage), ("DSR-2020-0007", DiscrepancyKind.Unfit)],
            confirmed.Discrepancies.Select(discrepancy => (discrepancy.Number.Value, discrepancy.Kind)));
    }

    [Fact]
    public void Who_enters_it_for_the_association_is_marked() =>
        Assert.True(ConfirmReceipt.Decide(Parcel(), new(Hub.Received, true), onBehalf: true, Context).Event!.OnBehalf);

    [Fact]
    public void More_than_was_sent_is_refused_with_the_numbers()
    {
        var refusal = Refused(Parcel(reported: 200), One(new(1, Good: 30, Missing: 11, Reason: "Gone")))!;

        Assert.Equal("receipt-beyond-sent", refusal.Code);
        Assert.Equal([1, 240L, 200L, 41L], refusal.Facts.Skip(1).Take(4).Select(fact => fact.Value));
        Assert.Equal("receipt-beyond-sent", Refused(Parcel(), One(new(1, long.MaxValue, long.MaxValue, Reason: "Overflow")))!.Code);
    }

    [Fact]
    public void Nothing_good_and_all_missing_still_needs_a_reason()
    {
        Assert.Equal("reason-required", Refused(Parcel(), One(new(1, Good: 0, Missing: 240)))!.Code);
        Assert.Equal("reason-required", Refused(Parcel(), One(new(1, Good: 239, Damaged: 1, Reason: "")))!.Code);
        Assert.Equal("text-too-long", Refused(Parcel(), One(new(1, Good: 240, Reason: new string('x', 501))))!.Code);
        Assert.Null(Refused(Parcel(), One(new(1, Good: 0, Missing: 240, Reason: "Never came"))));
    }

    [Fact]
    public void Negative_empty_unknown_and_repeated_lines_are_refused()
    {
        Assert.Equal("receipt-negative", Refused(Parcel(), One(new(1, Good: 10, Missing: -1, Reason: "x")))!.Code);
        Assert.Equal("receipt-nothing", Refused(Parcel(), One(new(1)))!.Code);
        Assert.Equal("receipt-line-unknown", Refused(Parcel(), One(new(3, 1)))!.Code);
        Assert.Equal("receipt-lines", Refused(Parcel(), new(Hub.Received, Lines: [new(1, 1), new(1, 2)]))!.Code);
        Assert.Equal("receipt-lines", Refused(Parcel(), new(Hub.Received))!.Code);
        Assert.Equal("receipt-lines", Refused(Parcel(), new(Hub.Received, true, [new(1, 1)]))!.Code);
    }

    [Fact]
    public void A_parcel_is_not_received_before_it_left_whatever_the_clocks_show()
    {
        Assert.Equal("received-before-dispatch", Refused(Parcel(), new(Hub.Dispatched.AddMinutes(-1), true))!.Code);
        Assert.Null(Refused(Parcel(), new(Hub.Dispatched.ToOffset(TimeSpan.Zero), true)));
    }

    [Fact]
    public void A_parcel_that_is_received_names_its_receipts()
    {
        var refusal = Refused(Parcel(reported: 240, garments: 50), new(Hub.Received, true))!;

        Assert.Equal("parcel-fully-received", refusal.Code);
        Assert.Equal(["R-2020-0001"], (string[])refusal.Facts[1].Value!);
    }

    [Fact]
    public void Lines_that_do_not_fit_one_event_are_entered_in_parts()
    {
        var lines = Enumerable.Range(1, 150).Select(i => new SentLine(new ParcelLine(i, 1, Cartons.Goods(Cartons.Mask, 1, 60, $"LOT{i}")), 0)).ToList();
        var request = new ConfirmReceiptRequest(Hub.Received, Lines: [.. lines.Select(line => new ReportedLine(line.Number, 57, 1, 1, 1, new string('x', 500)))]);

        Assert.Equal("receipt-too-long", Refused(new Parcel(Number, Hub.Dispatched, lines), request)!.Code);
        Assert.Null(Refused(new Parcel(Number, Hub.Dispatched, lines), new(Hub.Received, true)));
    }

    [Fact]
    public void Who_saw_the_parcel_before_the_last_receipt_is_told_what_came_meanwhile()
    {
        var first = DocumentNumber.From("R", 2020, 1);
        var context = Context with { Changes = [new(first, false, 40), new(first, true, 40), new(DocumentNumber.From("R", 2020, 2), false, 200)] };

        var refusal = ConfirmReceipt.Decide(Parcel(reported: 200), new(Hub.Received, true, Seen: 1), false, context).Refusal!;

        Assert.Equal("parcel-changed-since", refusal.Code);
        var facts = refusal.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        Assert.Equal(["R-2020-0002"], (string[])facts["receipts"]!);
        Assert.Equal(["R-2020-0001"], (string[])facts["reversed"]!);
        Assert.Equal((3, 160L, 90L), ((int)facts["version"]!, (long)facts["pieces"]!, (long)facts["outstanding"]!));
        Assert.Equal("parcel-changed-since", Refused(Parcel(), new(Hub.Received, true, Seen: 2))!.Code);
        Assert.Equal("parcel-changed-since", Refused(Parcel(), new(Hub.Received, true, Seen: -1))!.Code);
        Assert.Null(Refused(Parcel(), new(Hub.Received, true, Seen: 1)));
    }

    [Fact]
    public void Pictures_of_a_line_go_with_it_and_an_unknown_one_is_refused()
    {
        Assert.Equal(["aa", "bb"], Confirmed(Parcel(), One(new(1, 200, Damaged: 40, Reason: "Wet", Photos: ["aa", "bb", "aa"]))).Lines[0].Photos!);
        Assert.Null(Confirmed(Parcel(), One(new(1, 240, Photos: []))).Lines[0].Photos);
        Assert.Equal("photo-unknown", Refused(Parcel(), One(new(1, 240, Photos: ["aa", "cc"])))!.Code);
        Assert.Equal("line-photos-many", Refused(Parcel(), One(new(1, 240, Photos: [.. Enumerable.Repeat("aa", 11)])))!.Code);
    }

    [Fact]
    public async Task Two_tabs_that_saw_the_same_parcel_make_one_partial_receipt()
    {
        await using var hub = await Hub.WithParcels();
        var seen = (int)(await hub.Get("/parcels/P-13-2020-0001", "13"))["version"]!;
        var part = new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 60 } }, seen };
        var replies = await Task.WhenAll(hub.Receive("P-13-2020-0001", part), hub.Receive("P-13-2020-0001", part));

        Assert.Equal([201, 409], replies.Select(reply => reply.Status).Order());
        var late = replies.Single(reply => reply.Status == 409);
        Assert.Equal(("parcel-changed-since", 60L, 180L), (late.Code, (long)late["pieces"]!, (long)late["outstanding"]!));
        Assert.Equal(1, (int)(await hub.Get("/parcels/P-13-2020-0001", "13"))["version"]!);
        Assert.Equal(1, (int)replies.Single(reply => reply.Status == 201)["version"]!);
        (await hub.Post("/receipts/R-2020-0001/reversal", new { reason = "Wrong parcel" }, "13")).Expect(200);
        Assert.Equal(2, (int)(await hub.List("/parcels", "13"))[0]!["version"]!);
        Assert.Equal("R-2020-0001", (string)Assert.Single((await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, allGood = true, seen = 1 })).Expect(409)["reversed"]!.AsArray())!);
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, allGood = true, seen = 2 })).Expect(201);
    }

    [Fact]
    public async Task A_second_partial_receipt_adds_to_the_first()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received, lines = new[] { new { line = 1, good = 100 } } })).Expect(201);
        var second = (await hub.Receive("P-13-2020-0001", new { receivedAt = Hub.Received.AddDays(1), lines = new[] { new { line = 1, good = 40, missing = 60, reason = "Torn" } } })).Expect(201);

        var line = (await hub.Get("/parcels/P-13-2020-0001"))["lines"]![0]!;
        Assert.Equal((140L, 60L, 40L), ((long)line["good"]!, (long)line["missing"]!, (long)line["outstanding"]!));
        Assert.Equal(("R-2020-0002", 40L), ((string)second["receipt"]!, (long)second["outstanding"]!));
        Assert.Equal(140, (long)Assert.Single(await hub.List("/holdings", "13"))!["pieces"]!);
        Assert.Equal(2, (await hub.List("/receipts?parcel=P-13-2020-0001", "13")).Count);
        Assert.Equal("shortage", (string)Assert.Single(await hub.List("/discrepancies?state=open", "13"))!["kind"]!);
    }

    [Fact]
    public async Task Two_colleagues_in_two_tabs_confirm_one_parcel_once()
    {
        await using var hub = await Hub.WithParcels();
        var replies = await Task.WhenAll(hub.Receive("P-13-2020-0001"), hub.Receive("P-13-2020-0001"));

        Assert.Equal([201, 409], replies.Select(reply => reply.Status).Order());
        var late = replies.Single(reply => reply.Status == 409);
        Assert.Equal(("parcel-fully-received", "R-2020-0001"), (late.Code, (string)Assert.Single(late["receipts"]!.AsArray())!));
    }

    [Fact]
    public async Task A_coordinator_can_confirm_for_an_association_and_is_marked()
    {
        await using var hub = await Hub.WithParcels();
        (await hub.Post("/parcels/P-13-2020-0001/receipts", new { receivedAt = Hub.Received, allGood = true })).Expect(201);
        (await hub.Receive("P-27-2020-0001")).Expect(201);

        Assert.Equal([true, false], (await hub.List("/receipts")).Select(receipt => (bool)receipt!["onBehalf"]!));
        Assert.Equal("day-out-of-range", (await hub.Post("/parcels/P-13-2020-0001/receipts", new { receivedAt = "3020-05-17T10:00:00+09:00", allGood = true })).Expect(422).Code);
    }

    static ConfirmReceiptRequest One(ReportedLine line) => new(Hub.Received, Lines: [line]);

    static ReceiptConfirmed Confirmed(Parcel parcel, ConfirmReceiptRequest request) =>
        ConfirmReceipt.Decide(parcel, request, false, Context).Event!;

    static Logistics.Hosting.Refusals.Refusal? Refused(Parcel parcel, ConfirmReceiptRequest request) =>
        ConfirmReceipt.Decide(parcel, request, false, Context).Refusal;

    static Parcel Parcel(long reported = 0, long garments = 0) => new(
        Number,
        Hub.Dispatched,
        [
            new SentLine(new ParcelLine(1, 4, Cartons.Goods(Cartons.Mask, 1, 240, "A", "2022-04-30")), reported),
            new SentLine(new ParcelLine(2, 1, Cartons.Goods(Cartons.Garment, 2, 50, "G", size: "L")), garments),
        ]);
}
