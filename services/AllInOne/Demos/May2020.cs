using System.Globalization;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Client.Intake;
using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// The donation of May 2020, played by its people through the public API: 300,000 masks and 150,000 garments, loaded on 11 May, at Narita
/// on 12 May, handed over on 13 May, then sent to the 47 prefectural associations. The flights, cartons and incidents are fictitious.
/// </summary>
static class May2020
{
    static readonly DonationNumber Donation = Code.Parse<DonationNumber>("D-2020-0001");
    static readonly AirWaybill AirWaybill = Code.Parse<AirWaybill>("９９９－２００５１１１３");
    static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");
    static readonly ProductCode Garment = Code.Parse<ProductCode>("garment");

    static readonly string[] Prefectures = [.. Enumerable.Range(1, 47).Select(code => code.ToString("00"))];
    static readonly int[] Wet = [.. Enumerable.Range(101, 12)];
    static readonly int[] Missing = [301, 2301, 4301];

    public static IReadOnlyDictionary<string, long> Pledged { get; } =
        new Dictionary<string, long>(StringComparer.Ordinal) { ["mask"] = 300_000, ["garment"] = 150_000 };

    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new("The foundation pledges 300,000 masks and 150,000 garments", Register),
        new("The packing list of 8,010 cartons is tried, then attached", Pack),
        new("The donation is released", (api, cancel) => Done(api.Foundation.ReleaseDonation(Donation, "release", cancel))),
        new("One air waybill is booked over two flights", Book),
        new("Loaded 11 May 23:40 (+08:00), Narita 12 May 02:35 (+09:00)", Fly),
        new("Customs lets the goods in, duty-free", Clear),
        new("The cartons are counted: 12 wet, 3 missing", Count),
        new("A second person confirms the count", Confirm),
        new("13 May: the goods reach the hub", (api, cancel) => Done(api.Shipment.DeliverConsignment(AirWaybill, new("Tokyo", At("2020-05-13T14:00:00+09:00")), "deliver", cancel))),
        new("2 missing cartons turn up, 9 wet ones pass, 3 are destroyed", FindAndInspect),
        new("Masks and garments are allocated by physicians", Allocate),
        new("47 parcels leave in one action", Dispatch),
        new("The associations confirm what came", Receive),
        new("Hospitals and clinics get the goods", HandOver),
    ];

    static Task Register(DemoApi api, CancellationToken cancel) => Done(api.Foundation.RegisterDonation(
        new(
            "Alibaba Foundation (阿里巴巴公益基金会)",
            new DateOnly(2020, 5, 8),
            [
                new(Mask, Pledged["mask"], Code.Parse<Gtin>("09521234000013")),
                new(Garment, Pledged["garment"], Code.Parse<Gtin>("09521234000020")),
            ]),
        "register",
        cancel));

    static async Task Pack(DemoApi api, CancellationToken cancel)
    {
        var file = May2020PackingList.File();
        var query = new AttachPackingListQuery { FileName = "packing-list.csv" };
        await Done(api.Foundation.AttachPackingList(Donation, query with { DryRun = true }, file, "packing-list-trial", cancel));
        await Done(api.Foundation.AttachPackingList(Donation, query, file, "packing-list", cancel));
    }

    static async Task Book(DemoApi api, CancellationToken cancel)
    {
        await api.Reach("shipment", cancel);
        await Done(api.Shipment.BookConsignment(
            new(
                AirWaybill,
                [
                    new("CA1051", "PVG", "NRT", At("2020-05-11T23:30:00+08:00"), At("2020-05-12T02:30:00+09:00"), Lines: [new(Donation, 1)]),
                    new("CA1053", "PVG", "NRT", At("2020-05-11T23:50:00+08:00"), At("2020-05-12T02:50:00+09:00")),
                ],
                [Donation]),
            "book",
            cancel));
    }

    static async Task Fly(DemoApi api, CancellationToken cancel)
    {
        await Milestone("CA1051", MilestoneCode.Rcs, "PVG", "2020-05-11T20:10:00+08:00");
        await Milestone("CA1051", MilestoneCode.Dep, "PVG", "2020-05-11T23:40:00+08:00");
        await Milestone("CA1051", MilestoneCode.Arr, "NRT", "2020-05-12T02:35:00+09:00");
        // The message of the second flight's arrival overtakes that of its departure.
        await Milestone("CA1053", MilestoneCode.Arr, "NRT", "2020-05-12T02:58:00+09:00");
        await Milestone("CA1053", MilestoneCode.Dep, "PVG", "2020-05-11T23:55:00+08:00");
        await Milestone("CA1053", MilestoneCode.Nfd, "NRT", "2020-05-12T04:00:00+09:00");

        Task Milestone(string flight, MilestoneCode code, string place, string at) =>
            Done(api.Shipment.RecordMilestone(AirWaybill, new(code, place, At(at), flight), $"milestone-{flight}-{Wire.NameOf(code)}", cancel));
    }

    static async Task Clear(DemoApi api, CancellationToken cancel)
    {
        await Done(api.Shipment.EnterCustoms(AirWaybill, new("11020051201", At("2020-05-12T09:00:00+09:00"), "DE-2020-051"), "customs-entry", cancel));
        await Done(api.Shipment.ReleaseFromCustoms(AirWaybill, new("11020051201-P", At("2020-05-12T16:30:00+09:00")), "customs-release", cancel));
    }

    static async Task Count(DemoApi api, CancellationToken cancel)
    {
        await Done(api.Shipment.OpenCount(AirWaybill, "count-1", cancel));
        await Done(api.Shipment.CountRange(AirWaybill, 1, new(Condition.Good, "C0001", "C5010"), "count-1-all", cancel));
        await Done(api.Shipment.CountCartons(AirWaybill, 1, new(Condition.Damaged, Ssccs(Wet), "wet"), "count-1-wet", cancel));
        await Done(api.Shipment.CountCartons(AirWaybill, 1, new(Condition.Missing, Ssccs(Missing), "not on the pallet"), "count-1-missing", cancel));
        await Done(api.Shipment.OpenCount(AirWaybill, "count-2", cancel));
        await Done(api.Shipment.CountQuantity(AirWaybill, 2, new(Condition.Good, Donation, 2, May2020PackingList.GarmentCartons), "count-2-all", cancel));
    }

    static async Task Confirm(DemoApi api, CancellationToken cancel)
    {
        await Done(api.SecondAtShipment.ConfirmCount(AirWaybill, 1, new(Final: false), "confirm-1", cancel));
        await Done(api.SecondAtShipment.ConfirmCount(AirWaybill, 2, new(Final: true), "confirm-2", cancel));
    }

    static async Task FindAndInspect(DemoApi api, CancellationToken cancel)
    {
        await Done(api.Shipment.ReportFound(
            AirWaybill, new(Cartons(Missing[..2]), "behind another consignment at Narita", At("2020-05-13T17:20:00+09:00")), "found", cancel));
        await Done(api.Shipment.ReinspectCartons(
            AirWaybill, new(Cartons(Wet[..9]), Cartons(Wet[9..]), "inner bags checked", At("2020-05-13T18:00:00+09:00")), "reinspect", cancel));
        await api.Reach("distribution", cancel);
    }

    static async Task Allocate(DemoApi api, CancellationToken cancel)
    {
        var on = new DateOnly(2020, 5, 14);
        var rule = new RuleRequest(AllocationMethod.Webster, [new("physicians", Share: 1)]);
        foreach (var (product, size) in new (ProductCode, string?)[] { (Mask, null), (Garment, "L") })
        {
            var plan = (await api.Distribution.DraftPlan(new(product, on, rule, size), $"plan-{product}", cancel)).Expect().Plan;
            await Done(api.SecondAtDistribution.ApprovePlan(plan, $"approve-{product}", cancel));
            await Done(api.Distribution.PublishPlan(plan, new(on), $"publish-{product}", cancel));
        }
    }

    static Task Dispatch(DemoApi api, CancellationToken cancel) => Done(api.Distribution.DispatchParcels(
        new("Yamato Transport", At("2020-05-14T10:00:00+09:00"), new DateOnly(2020, 5, 16)), "dispatch", cancel));

    static async Task Receive(DemoApi api, CancellationToken cancel)
    {
        foreach (var code in Prefectures)
        {
            switch (code)
            {
                case "01":
                    var shortfall = await AllBut(code, "1", "2020-05-15T15:10:00+09:00", new(1, Missing: 120, Reason: "two cartons fewer than on the note"));
                    await Done(api.Distribution.ResolveDiscrepancy(
                        shortfall, new(1, DiscrepancyKind.Shortage, Resolution.Good, 60, "came with the next delivery"), "resolve-01", cancel));
                    break;
                case "12":
                    await AllBut(code, "1", "2020-05-15T11:00:00+09:00", new(1, Damaged: 60, Reason: "carton crushed"));
                    break;
                case "13":
                    // In parts: what is not named is still on its way.
                    await Part(code, "1", "2020-05-15T09:30:00+09:00", 12_000);
                    await Part(code, "2", "2020-05-15T13:45:00+09:00", 6_000);
                    await AllGood(code, "3", "2020-05-16T09:15:00+09:00");
                    break;
                case "26":
                    var wrong = await AllGood(code, "1", "2020-05-15T10:00:00+09:00");
                    await Done(api.Distribution.ReverseReceipt(wrong, new("entered for the wrong parcel"), "reverse-26", cancel));
                    await AllGood(code, "2", "2020-05-15T16:20:00+09:00");
                    break;
                case "27":
                    await Part(code, "1", "2020-05-15T10:40:00+09:00", 9_000);
                    await AllGood(code, "2", "2020-05-18T10:05:00+09:00");
                    break;
                case "28":
                    await AllBut(code, "1", "2020-05-15T14:00:00+09:00", new(1, Unfit: 50, Reason: "straps torn"));
                    break;
                case "47":
                    await AllGood(code, "1", "2020-05-20T11:30:00+09:00");
                    break;
                default:
                    await AllGood(code, "1", "2020-05-15T12:00:00+09:00");
                    break;
            }
        }

        Task<DocumentNumber> AllGood(string code, string part, string receivedAt) => Receipt(code, part, new(At(receivedAt), AllGood: true));

        Task<DocumentNumber> Part(string code, string part, string receivedAt, long good) => Receipt(code, part, new(At(receivedAt), Lines: [new(1, good)]));

        // Everything of the parcel is good but for what one line reports.
        async Task<DocumentNumber> AllBut(string code, string part, string receivedAt, ReportedLine different)
        {
            var sent = (await api.Distribution.GetParcel(Parcel(code), cancel)).Expect().Lines;
            return await Receipt(code, part, new(At(receivedAt), Lines: [.. sent.Select(line => line.Line == different.Line
                ? different with { Good = line.Pieces - different.Damaged - different.Missing - different.Unfit }
                : new ReportedLine(line.Line, line.Pieces))]));
        }

        async Task<DocumentNumber> Receipt(string code, string part, ConfirmReceiptRequest request) =>
            (await api.Association(code).ConfirmReceipt(Parcel(code), request, $"receipt-{code}-{part}", cancel)).Expect().Receipt;
    }

    static async Task HandOver(DemoApi api, CancellationToken cancel)
    {
        foreach (var code in Prefectures)
        {
            var sent = (await api.Distribution.GetParcel(Parcel(code), cancel)).Expect().Lines;
            foreach (var goods in sent.GroupBy(line => (line.Product, line.Size), line => line.Pieces))
            {
                await To($"{code}1234567", "Prefectural Central Hospital", member: true, goods.Key.Product, goods.Key.Size, goods.Sum() / 2);
                await To($"{code}7654321", "Harbour Clinic", member: false, goods.Key.Product, goods.Key.Size, goods.Sum() / 4);
            }

            Task To(string institution, string name, bool member, ProductCode product, string size, long pieces) => Done(api.Association(code).HandOverGoods(
                new(new Institution(Code.Parse<InstitutionCode>(institution), name, member), At("2020-05-22T10:00:00+09:00"), [new(product, pieces, size)]),
                $"hand-over-{code}-{institution}-{product}",
                cancel));
        }
    }

    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    static async Task Done<T>(Task<Reply<T>> command) => (await command).Expect();

    static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    static ParcelNumber Parcel(string code) => Code.Parse<ParcelNumber>($"P-{code}-2020-0001");

    static string[] Ssccs(int[] cartons) => Array.ConvertAll(cartons, May2020PackingList.SsccOf);

    static CartonId[] Cartons(int[] cartons) => Array.ConvertAll(Ssccs(cartons), Code.Parse<CartonId>);
}
