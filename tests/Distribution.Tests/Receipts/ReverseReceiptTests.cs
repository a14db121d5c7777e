using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Receipts;

namespace Logistics.Distribution.Tests.Receipts;

public sealed class ReverseReceiptTests
{
    static readonly ParcelNumber Parcel = Code.Parse<ParcelNumber>("P-13-2020-0001");
    static readonly Goods Sent = Cartons.Goods(Cartons.Mask, 1, 240, "A");

    [Fact]
    public void All_it_moved_moves_back()
    {
        var reversed = Decide(Receipt(unsettled: 40), held: 200).Event!;

        Assert.Equal(
            [("association:13", "in-delivery:13", 200L), ("missing:13", "in-delivery:13", 40L)],
            reversed.Movements.Select(movement => (movement.From!.Value.Value, movement.To!.Value.Value, movement.Goods.Pieces)));
    }

    [Fact]
    public void Pieces_that_have_moved_on_name_where_they_went()
    {
        var refusal = Decide(Receipt(unsettled: 40), held: 199).Refusal!;

        Assert.Equal("receipt-pieces-moved-on", refusal.Code);
        Assert.Contains(("pieces", 1L), refusal.Facts);
        Assert.Equal(["H-2020-0007"], (string[])refusal.Facts.Single(fact => fact.Name == "documents").Value!);
    }

    [Fact]
    public void A_reversed_receipt_one_with_a_settled_case_and_no_reason_are_refused()
    {
        Assert.Equal("receipt-already-reversed", Decide(Receipt(unsettled: 40) with { Reversed = true }, 200).Refusal?.Code);
        Assert.Equal("receipt-discrepancy-resolved", Decide(Receipt(unsettled: 39), 200).Refusal?.Code);
        Assert.Equal("reason-required", Decide(Receipt(unsettled: 40), 200, "").Refusal?.Code);
    }

    [Fact]
    public async Task A_receipt_is_reversed_after_its_hand_overs_and_can_then_be_entered_again()
    {
        await using var hub = await Hub.WithReceipt();
        (await hub.HandOver("13", 100)).Expect(201);
        (await hub.HandOver("13", 20)).Expect(201);

        var refused = (await hub.Post("/receipts/R-2020-0001/reversal", new { reason = "Wrong parcel" }, "13")).Expect(409);
        Assert.Equal(("receipt-pieces-moved-on", 120L), (refused.Code, (long)refused["pieces"]!));
        Assert.Equal(["H-2020-0001", "H-2020-0002"], refused["documents"]!.AsArray().Select(document => (string)document!));

        foreach (var number in new[] { "H-2020-0001", "H-2020-0002" })
            (await hub.Post($"/handovers/{number}/reversal", new { reason = "Wrong hospital" }, "13")).Expect(200);
        (await hub.Post("/receipts/R-2020-0001/reversal", new { reason = "Wrong parcel" }, "13")).Expect(200);
        Assert.Equal("receipt-already-reversed", (await hub.Post("/receipts/R-2020-0001/reversal", new { reason = "Again" }, "13")).Expect(409).Code);
        Assert.Empty(await hub.List("/holdings"));
        Assert.Equal("R-2020-0002", (string?)(await hub.Receive("P-13-2020-0001")).Expect(201)["receipt"]);
        Assert.Equal("Wrong parcel", (string?)(await hub.List("/receipts"))[0]!["reversalReason"]);
    }

    static Hosting.Refusals.Decision<ReceiptReversed> Decide(Receipt receipt, long held, string reason = "Mistake") =>
        ReverseReceipt.Decide(receipt, [Sent with { Pieces = held }], _ => [DocumentNumber.From("H", 2020, 7)], new(reason));

    static Receipt Receipt(long unsettled) => new(
        DocumentNumber.From("R", 2020, 1),
        Parcel,
        false,
        [new FoundLine(Sent, new ReceiptLine(1, 200, 0, 40, 0, "Gone"))],
        [new Case(DocumentNumber.From("DSR", 2020, 1), 1, DiscrepancyKind.Shortage, 40, unsettled)]);
}
