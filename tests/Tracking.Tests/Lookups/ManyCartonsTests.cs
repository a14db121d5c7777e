using System.Diagnostics;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class ManyCartonsTests
{
    const int Cartons = 8_010;

    [Fact]
    public async Task A_gift_of_8010_cartons_is_followed_to_the_last_carton()
    {
        var gift = PartlyHandedOver.Gift;
        var waybill = PartlyHandedOver.AirWaybill;
        var tokyo = PartlyHandedOver.Tokyo;
        var at = new DateTimeOffset(2020, 5, 13, 9, 0, 0, TimeSpan.FromHours(9));
        var cartons = Enumerable.Range(1, Cartons).Select(i => PartlyHandedOver.MaskCarton(gift, i, null)).ToArray();
        var chunks = cartons.Chunk(Carton.MaxPerEvent).ToList();
        var goods = cartons[0].Goods[0];
        await using var host = await RunningHost.Start([TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        var watch = Stopwatch.StartNew();

        await PartlyHandedOver.Append(host, "intake",
        [
            ("d", new DonationRegistered(gift, "Donor", new DateOnly(2020, 5, 8), [new(1, goods.Product, null, Cartons * 60)],
                [new(null, LedgerAccount.Pledged, goods with { Lot = null, Pieces = Cartons * 60 })])),
            .. chunks.Select(chunk => ("d", (object)new CartonsPacked(gift, "Donor", chunk, PartlyHandedOver.Moves(LedgerAccount.Pledged, LedgerAccount.Packed, chunk)))),
        ]);
        await PartlyHandedOver.Append(host, "shipment",
        [
            ("c", new ConsignmentBooked(waybill, [gift], [new Flight("CA929", "PVG", "NRT", at, at)], Cartons, Cartons * 60)),
            .. chunks.Select(chunk => ("c", (object)new CartonsBooked(waybill, "CA929", chunk))),
            ("c", new MilestoneRecorded(waybill, "CA929", 1, MilestoneCode.Arr, "NRT", at, null, PartlyHandedOver.Moves(LedgerAccount.Packed, LedgerAccount.AtAirport, cartons))),
            .. cartons[..^1].Chunk(2_000).Select(chunk => ("c", (object)new CartonsCounted(waybill, 1, Condition.Good, null, [.. chunk.Select(carton => carton.Id)]))),
            ("c", new CountConfirmed(waybill, 1, DocumentNumber.From("GRN", 2020, 1), true, Cartons - 1, (Cartons - 1) * 60, [],
                PartlyHandedOver.Moves(LedgerAccount.AtAirport, LedgerAccount.Missing, cartons[^1]))),
            .. cartons[..^1].Chunk(Carton.MaxPerEvent)
                .Select(chunk => ("c", (object)new CartonsDelivered(waybill, at, chunk, PartlyHandedOver.Moves(LedgerAccount.AtAirport, LedgerAccount.Hub, chunk)))),
        ]);
        await PartlyHandedOver.Append(host, "distribution",
        [
            .. cartons[..^1].Chunk(2_000).SelectMany(chunk => new (string, object)[]
            {
                ("p", new CartonsReserved(DocumentNumber.From("A", 2020, 1), tokyo, [.. chunk.Select(carton => carton.Id)],
                    PartlyHandedOver.Moves(LedgerAccount.Hub, LedgerAccount.Reserved(tokyo), chunk))),
                ("p", new ParcelLoaded(PartlyHandedOver.Parcel, [.. chunk.Select(carton => carton.Id)])),
            }),
        ]);
        await PartlyHandedOver.Followed(host);
        var followed = watch.Elapsed;
        watch.Restart();
        var missing = (await host.Get(Role.Auditor, "/tracking/track/C8010")).Expect(200);
        (await host.Get(Role.Auditor, "/tracking/track/D-2020-0001")).Expect(200);
        (await host.Get(Role.Auditor, "/tracking/track/020-12345675")).Expect(200);
        (await host.Get(Role.Auditor, "/tracking/balances")).Expect(200);
        // For who looks at the cost; a shared machine is no place to judge it.
        TestContext.Current.TestOutputHelper!.WriteLine($"followed in {followed}, four answers in {watch.Elapsed}");

        Assert.Equal("""{"missing":60}""", missing["balance"]![0]!["accounts"]!.ToJsonString());
    }
}
