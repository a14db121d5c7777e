using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests.Parcels;

public sealed class DispatchParcelsTests
{
    static readonly DispatchParcelsRequest Request = new("Yamato", Hub.Dispatched, new DateOnly(2020, 5, 18), WaybillPrefix: "YM");
    static readonly Dictionary<RecipientCode, long> First = [];

    static readonly StockedCarton[] Reserved =
    [
        .. Cartons.Reserved("13", "A-2020-0001", Cartons.Masks(2)),
        .. Cartons.Reserved("13", "A-2020-0002", Cartons.Garments(1)),
        .. Cartons.Reserved("27", "A-2020-0001", Cartons.Masks(1, first: 3)),
    ];

    [Fact]
    public void Each_recipient_gets_one_parcel_of_everything()
    {
        var events = DispatchParcels.Decide(Request, Reserved, First).Events;

        var parcel = Assert.IsType<ParcelDispatched>(events[0]);
        Assert.Equal(("P-13-2020-0001", 3, "YM-13-2020-0001"), (parcel.Parcel.Value, parcel.Cartons, parcel.Waybill));
        Assert.Equal([(1, 2, 120L), (2, 1, 50L)], parcel.Lines.Select(line => (line.Line, line.Cartons, line.Goods.Pieces)));
        Assert.Equal(["A-2020-0001", "A-2020-0002"], parcel.Plans.Select(plan => plan.Value));
        Assert.All(parcel.Movements, movement => Assert.Equal((LedgerAccount.Reserved(parcel.Recipient), LedgerAccount.InDelivery(parcel.Recipient)), (movement.From, movement.To)));
        Assert.Equal(3, Assert.IsType<ParcelLoaded>(events[1]).Cartons.Count);
        Assert.Equal("P-27-2020-0001", ((ParcelDispatched)events[2]).Parcel.Value);
    }

    [Fact]
    public void Plans_and_recipients_narrow_it_down()
    {
        Assert.Equal(3, Sent(Request with { Plans = [Code.Parse<DocumentNumber>("A-2020-0001")] }).Sum(parcel => parcel.Cartons));
        Assert.Equal("27", Assert.Single(Sent(Request with { Recipients = [Code.Parse<RecipientCode>("27")] })).Recipient.Value);
        Assert.Equal("nothing-to-dispatch", DispatchParcels.Decide(Request with { Recipients = [Code.Parse<RecipientCode>("01")] }, Reserved, First).Refusal?.Code);

        static IEnumerable<ParcelDispatched> Sent(DispatchParcelsRequest request) => DispatchParcels.Decide(request, Reserved, First).Events.OfType<ParcelDispatched>();
    }

    [Fact]
    public void An_expired_lot_stays_and_is_named()
    {
        StockedCarton[] old = [.. Reserved, .. Cartons.Reserved("27", "A-2020-0001", Cartons.Masks(1, first: 9, lot: "OLD", expiry: "2020-05-14"))];

        var refusal = DispatchParcels.Decide(Request, old, First).Refusal!;

        Assert.Equal("lot-expired", refusal.Code);
        Assert.Equal(["OLD"], (string[])refusal.Facts.Single(fact => fact.Name == "lots").Value!);
        Assert.Equal(["27"], (string[])refusal.Facts.Single(fact => fact.Name == "recipients").Value!);
    }

    [Fact]
    public void The_carrier_the_prefix_and_the_day_are_checked()
    {
        Assert.Equal("text-required", DispatchParcels.Decide(Request with { Carrier = "" }, Reserved, First).Refusal?.Code);
        Assert.Equal("text-too-long", DispatchParcels.Decide(Request with { WaybillPrefix = new string('x', 31) }, Reserved, First).Refusal?.Code);
        Assert.Equal("expected-before-dispatch", DispatchParcels.Decide(Request with { ExpectedOn = new DateOnly(2020, 5, 14) }, Reserved, First).Refusal?.Code);
    }

    [Fact]
    public void A_carton_does_not_leave_before_it_came()
    {
        StockedCarton[] later = [.. Reserved[..2], Reserved[2] with { ReceivedAt = Hub.Dispatched.AddMinutes(1) }, Reserved[3] with { ReceivedAt = Hub.Dispatched }];

        var refusal = DispatchParcels.Decide(Request, later, First).Refusal!;

        Assert.Equal("dispatched-before-stock", refusal.Code);
        Assert.Equal(["13"], (string[])refusal.Facts.Single(fact => fact.Name == "recipients").Value!);
        Assert.False(DispatchParcels.Decide(Request with { Recipients = [Code.Parse<RecipientCode>("27")] }, later, First).IsRefused);
    }

    [Fact]
    public async Task The_day_of_dispatch_is_held_against_the_day_of_delivery()
    {
        await using var hub = await Hub.WithPublishedPlan();

        Assert.Equal("dispatched-before-stock", (await hub.Dispatch(Hub.Delivered.AddMinutes(-1))).Expect(422).Code);
        (await hub.Dispatch(Hub.Delivered)).Expect(201);
    }

    [Fact]
    public void More_kinds_of_goods_than_one_event_can_name_make_a_second_parcel()
    {
        var lots = Cartons.Reserved("13", "A-2020-0001", Enumerable.Range(1, 151).Select(i => Cartons.Of($"L{i}", Cartons.Goods(Cartons.Mask, 1, 1, $"LOT{i}"))));

        var parcels = DispatchParcels.Decide(Request, lots, First).Events.OfType<ParcelDispatched>().ToList();

        Assert.Equal([("P-13-2020-0001", 150), ("P-13-2020-0002", 1)], parcels.Select(parcel => (parcel.Parcel.Value, parcel.Cartons)));
    }

    [Fact]
    public async Task One_click_twice_makes_no_second_parcel_and_a_new_plan_makes_the_next()
    {
        await using var hub = await Hub.WithPublishedPlan();
        (await hub.Dispatch()).Expect(201);

        Assert.Equal("nothing-to-dispatch", (await hub.Dispatch()).Expect(409).Code);

        await hub.Deliver(Cartons.Masks(1, first: 50));
        await hub.Publish(Cartons.Mask, ("13", 1));
        var next = (await hub.Dispatch()).Expect(201);
        Assert.Equal("P-13-2020-0002", (string)Assert.Single(next["parcels"]!.AsArray())!["number"]!);
    }

    [Fact]
    public async Task One_recipient_after_the_other_gets_one_parcel_each_however_often_it_is_asked()
    {
        await using var hub = await Hub.WithPublishedPlan();
        Task<Testing.HttpReply> To(string recipient, string? key = null) => hub.Host.Post(
            Hosting.Access.Role.Coordinator, "/distribution/dispatches", new { carrier = "Yamato", at = Hub.Dispatched, expectedOn = "2020-05-18", recipients = new[] { recipient } }, key);

        var first = (await To("13", "form-13")).Expect(201);
        var again = (await To("13", "form-13")).Expect(201);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal("nothing-to-dispatch", (await To("13")).Expect(409).Code);
        Assert.Equal("nothing-to-dispatch", (await To("01")).Expect(409).Code);
        Assert.Equal(2, await hub.Read("select count(*) from carton where state = 'reserved'"));
        Assert.Equal("P-27-2020-0001", (string)Assert.Single((await hub.Dispatch()).Expect(201)["parcels"]!.AsArray())!["number"]!);
    }

    [Fact]
    public async Task A_plan_that_is_not_published_and_a_year_out_of_range_are_refused()
    {
        await using var hub = await Hub.WithPublishedPlan();
        Assert.Equal("plan-not-published", (await hub.Post("/dispatches", Body("2020-05-15T09:00:00+09:00", "A-2020-0009"))).Expect(409).Code);
        Assert.Equal("day-out-of-range", (await hub.Post("/dispatches", Body("0020-05-15T09:00:00+09:00", "A-2020-0001"))).Expect(422).Code);

        static object Body(string at, string plan) => new { carrier = "Yamato", at, expectedOn = "2020-05-18", plans = new[] { plan } };
    }
}
