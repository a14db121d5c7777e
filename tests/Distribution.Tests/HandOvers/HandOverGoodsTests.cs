using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests.HandOvers;

public sealed class HandOverGoodsTests
{
    static readonly RecipientCode Tokyo = Code.Parse<RecipientCode>("13");
    static readonly Institution Hospital = new(Code.Parse<InstitutionCode>("1310000001"), "City hospital", true);

    static readonly Goods[] Held =
    [
        Cartons.Goods(Cartons.Mask, 1, 100, "LATE", "2024-01"),
        Cartons.Goods(Cartons.Mask, 1, 100, "SOON", "2021-01"),
        Cartons.Goods(Cartons.Mask, 1, 100, "GONE", "2020-01"),
        Cartons.Goods(Cartons.Garment, 2, 50, "G", size: "L"),
        Cartons.Goods(Cartons.Garment, 2, 50, "G", size: "M"),
    ];

    [Fact]
    public void What_expires_first_goes_first_and_what_has_expired_stays()
    {
        var handed = Decide(new HandOverLine(Cartons.Mask, 130)).Event!;

        Assert.Equal([("LATE", 30L), ("SOON", 100L)], handed.Goods.Select(goods => (goods.Lot!.Value.Value, goods.Pieces)));
        Assert.All(handed.Movements, movement => Assert.Equal((LedgerAccount.Association(Tokyo), LedgerAccount.Institution(Hospital.Code)), (movement.From, movement.To)));
    }

    [Fact]
    public void A_named_lot_and_a_named_size_are_kept_to_and_lines_draw_from_one_stock()
    {
        Assert.Equal("LATE", Assert.Single(Decide(new HandOverLine(Cartons.Mask, 10, Lot: Code.Parse<LotNumber>("LATE"))).Event!.Goods).Lot!.Value.Value);
        Assert.Equal("M", Assert.Single(Decide(new HandOverLine(Cartons.Garment, 10, "M")).Event!.Goods).Size);
        Assert.Equal("handover-beyond-stock", Decide(new(Cartons.Mask, 150), new(Cartons.Mask, 51)).Refusal?.Code);
        Assert.Equal("handover-size", Decide(new HandOverLine(Cartons.Garment, 10)).Refusal?.Code);
    }

    [Fact]
    public void More_than_there_is_is_refused_with_what_is_available_and_what_has_expired()
    {
        var refusal = Decide(new HandOverLine(Cartons.Mask, 201)).Refusal!;

        Assert.Equal("handover-beyond-stock", refusal.Code);
        Assert.Equal([200L, 100L, 201L], refusal.Facts.Skip(2).Take(3).Select(fact => fact.Value));
        Assert.Equal("handover-beyond-stock", Decide(new HandOverLine(Cartons.Mask, 1, Lot: Code.Parse<LotNumber>("GONE"))).Refusal?.Code);
    }

    [Fact]
    public void Pieces_a_name_and_lines_are_needed()
    {
        Assert.Equal("pieces-not-positive", Decide(new HandOverLine(Cartons.Mask, 0)).Refusal?.Code);
        Assert.Equal("handover-goods", Decide().Refusal?.Code);
        Assert.Equal("handover-goods", Decide([.. Enumerable.Repeat(new HandOverLine(Cartons.Mask, 1), 101)]).Refusal?.Code);
        Assert.Equal(
            "text-required",
            HandOverGoods.Decide(DocumentNumber.From("H", 2020, 1), Tokyo, Held, Since(), new(Hospital with { Name = "" }, Hub.Received, [new(Cartons.Mask, 1)])).Refusal?.Code);
    }

    [Fact]
    public async Task A_coordinator_names_the_association_and_the_year_must_be_possible()
    {
        await using var hub = await Hub.WithReceipt();
        object Body(string? recipient, string at) => new { recipient, institution = new { code = "1310000001", name = "City hospital", member = true }, at, goods = new[] { new { product = "mask", pieces = 1 } } };

        Assert.Equal("handover-recipient", (await hub.Post("/handovers", Body(null, "2020-05-20T10:00:00+09:00"))).Expect(422).Code);
        Assert.Equal("day-out-of-range", (await hub.Post("/handovers", Body("13", "1020-05-20T10:00:00+09:00"))).Expect(422).Code);
        (await hub.Post("/handovers", Body("13", "2020-05-20T10:00:00+09:00"))).Expect(201);
    }

    [Fact]
    public void What_came_later_is_not_handed_over_and_the_date_is_doubted()
    {
        Hosting.Refusals.Decision<HandedOver> At(DateTimeOffset soonCame, long pieces) => HandOverGoods.Decide(
            DocumentNumber.From("H", 2020, 1), Tokyo, Held, Since(("SOON", soonCame), ("LATE", Hub.Received)), new(Hospital, Hub.Received, [new(Cartons.Mask, pieces)]));

        Assert.Equal("LATE", Assert.Single(At(Hub.Received.AddHours(1), 100).Event!.Goods).Lot!.Value.Value);
        var refusal = At(Hub.Received.AddHours(1), 101).Refusal!;
        Assert.Equal("handover-before-receipt", refusal.Code);
        Assert.Equal((100L, Hub.Received.AddHours(1)), ((long)refusal.Facts.Single(fact => fact.Name == "available").Value!, (DateTimeOffset)refusal.Facts.Single(fact => fact.Name == "receivedAt").Value!));
        Assert.False(At(Hub.Received.ToOffset(TimeSpan.Zero), 101).IsRefused);
        Assert.Equal("handover-beyond-stock", At(Hub.Received, 201).Refusal?.Code);
    }

    [Fact]
    public async Task Nothing_is_handed_over_before_the_earliest_receipt_that_stands()
    {
        await using var hub = await Hub.WithReceipt();
        object Body(DateTimeOffset at) => new { institution = new { code = "1310000001", name = "City hospital", member = true }, at, goods = new[] { new { product = "mask", pieces = 1 } } };

        var refused = (await hub.Post("/handovers", Body(Hub.Received.AddMinutes(-1)), "13", "ja")).Expect(422);
        Assert.Equal(("handover-before-receipt", "枚", "mask", "goods[0]"), (refused.Code, (string?)refused["unit"], (string?)refused["product"], (string?)refused["field"]));
        Assert.Contains("マスクは 0 枚", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal("instant-in-future", (await hub.Post("/handovers", Body(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)), "13")).Expect(422).Code);
        (await hub.Post("/handovers", Body(Hub.Received), "13")).Expect(201);
    }

    static Hosting.Refusals.Decision<HandedOver> Decide(params HandOverLine[] lines) =>
        HandOverGoods.Decide(DocumentNumber.From("H", 2020, 1), Tokyo, Held, Since(), new(Hospital, Hub.Received, lines));

    static Dictionary<GoodsKind, DateTimeOffset> Since(params (string Lot, DateTimeOffset At)[] came) =>
        came.ToDictionary(one => GoodsKind.Of(Held.Single(goods => goods.Lot!.Value.Value == one.Lot)), one => one.At);
}
