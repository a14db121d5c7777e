using System.Text.Json.Nodes;
using Logistics.Hosting.Access;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// The donation of May 2020, played by its people through the public API: 300,000 masks and 150,000 garments, loaded on 11 May, at Narita
/// on 12 May, handed over on 13 May, then sent to the 47 prefectural associations. The flights, cartons and incidents are fictitious.
/// </summary>
static class May2020
{
    const string Donation = "D-2020-0001";
    const string AirWaybill = "999-20051113";
    const string Consignment = $"/shipment/consignments/{AirWaybill}";

    static readonly string[] Prefectures = [.. Enumerable.Range(1, 47).Select(code => code.ToString("00"))];
    static readonly int[] Wet = [.. Enumerable.Range(101, 12)];
    static readonly int[] Missing = [301, 2301, 4301];

    public static IReadOnlyDictionary<string, long> Pledged { get; } =
        new Dictionary<string, long>(StringComparer.Ordinal) { ["mask"] = 300_000, ["garment"] = 150_000 };

    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new("The foundation pledges 300,000 masks and 150,000 garments", Register),
        new("The packing list of 8,010 cartons is tried, then attached", Pack),
        new("The donation is released", (api, cancel) => Foundation(api, $"/intake/donations/{Donation}/release", new { }, "release", cancel)),
        new("One air waybill is booked over two flights", Book),
        new("Loaded 11 May 23:40 (+08:00), Narita 12 May 02:35 (+09:00)", Fly),
        new("Customs lets the goods in, duty-free", Clear),
        new("The cartons are counted: 12 wet, 3 missing", Count),
        new("A second person confirms the count", Confirm),
        new("13 May: the goods reach the hub", (api, cancel) => Coordinator(api, $"{Consignment}/delivery", new { hub = "Tokyo", at = "2020-05-13T14:00:00+09:00" }, "deliver", cancel)),
        new("2 missing cartons turn up, 9 wet ones pass, 3 are destroyed", FindAndInspect),
        new("Masks and garments are allocated by physicians", Allocate),
        new("47 parcels leave in one action", Dispatch),
        new("The associations confirm what came", Receive),
        new("Hospitals and clinics get the goods", HandOver),
    ];

    static Task<JsonNode> Register(DemoApi api, CancellationToken cancel) => Foundation(
        api,
        "/intake/donations",
        new
        {
            donor = "Alibaba Foundation (阿里巴巴公益基金会)",
            pledgedOn = "2020-05-08",
            lines = new[]
            {
                new { product = "mask", gtin = "09521234000013", pieces = Pledged["mask"] },
                new { product = "garment", gtin = "09521234000020", pieces = Pledged["garment"] },
            },
        },
        "register",
        cancel);

    static async Task Pack(DemoApi api, CancellationToken cancel)
    {
        var file = May2020PackingList.File();
        await Foundation(api, $"/intake/donations/{Donation}/packing-lists?dryRun=true&fileName=packing-list.csv", file, "packing-list-trial", cancel);
        await Foundation(api, $"/intake/donations/{Donation}/packing-lists?fileName=packing-list.csv", file, "packing-list", cancel);
    }

    static async Task Book(DemoApi api, CancellationToken cancel)
    {
        await api.Reach("shipment", cancel);
        await Coordinator(
            api,
            "/shipment/consignments",
            new
            {
                airWaybill = "９９９－２００５１１１３",
                donations = new[] { Donation },
                flights = new object[]
                {
                    new
                    {
                        number = "CA1051", from = "PVG", to = "NRT", departsAt = "2020-05-11T23:30:00+08:00", arrivesAt = "2020-05-12T02:30:00+09:00",
                        lines = new[] { new { donation = Donation, line = 1 } },
                    },
                    new { number = "CA1053", from = "PVG", to = "NRT", departsAt = "2020-05-11T23:50:00+08:00", arrivesAt = "2020-05-12T02:50:00+09:00" },
                },
            },
            "book",
            cancel);
    }

    static async Task Fly(DemoApi api, CancellationToken cancel)
    {
        await Milestone("CA1051", "rcs", "PVG", "2020-05-11T20:10:00+08:00");
        await Milestone("CA1051", "dep", "PVG", "2020-05-11T23:40:00+08:00");
        await Milestone("CA1051", "arr", "NRT", "2020-05-12T02:35:00+09:00");
        // The message of the second flight's arrival overtakes that of its departure.
        await Milestone("CA1053", "arr", "NRT", "2020-05-12T02:58:00+09:00");
        await Milestone("CA1053", "dep", "PVG", "2020-05-11T23:55:00+08:00");
        await Milestone("CA1053", "nfd", "NRT", "2020-05-12T04:00:00+09:00");

        Task Milestone(string flight, string code, string place, string at) =>
            Coordinator(api, $"{Consignment}/milestones", new { flight, code, place, at }, $"milestone-{flight}-{code}", cancel);
    }

    static async Task Clear(DemoApi api, CancellationToken cancel)
    {
        await Coordinator(api, $"{Consignment}/customs/entry", new { entry = "11020051201", dutyExemption = "DE-2020-051", at = "2020-05-12T09:00:00+09:00" }, "customs-entry", cancel);
        await Coordinator(api, $"{Consignment}/customs/release", new { permit = "11020051201-P", at = "2020-05-12T16:30:00+09:00" }, "customs-release", cancel);
    }

    static async Task Count(DemoApi api, CancellationToken cancel)
    {
        await Coordinator(api, $"{Consignment}/counts", new { }, "count-1", cancel);
        await Coordinator(api, $"{Consignment}/counts/1/range", new { condition = "good", from = "C0001", to = "C5010" }, "count-1-all", cancel);
        await Coordinator(api, $"{Consignment}/counts/1/cartons", new { condition = "damaged", reason = "wet", cartons = Ssccs(Wet) }, "count-1-wet", cancel);
        await Coordinator(api, $"{Consignment}/counts/1/cartons", new { condition = "missing", reason = "not on the pallet", cartons = Ssccs(Missing) }, "count-1-missing", cancel);
        await Coordinator(api, $"{Consignment}/counts", new { }, "count-2", cancel);
        await Coordinator(
            api, $"{Consignment}/counts/2/quantity", new { condition = "good", donation = Donation, line = 2, count = May2020PackingList.GarmentCartons }, "count-2-all", cancel);
    }

    static async Task Confirm(DemoApi api, CancellationToken cancel)
    {
        await Second(api, $"{Consignment}/counts/1/confirmation", new { final = false }, "confirm-1", cancel);
        await Second(api, $"{Consignment}/counts/2/confirmation", new { final = true }, "confirm-2", cancel);
    }

    static async Task FindAndInspect(DemoApi api, CancellationToken cancel)
    {
        await Coordinator(
            api,
            $"{Consignment}/found",
            new { cartons = Ssccs(Missing[..2]), reason = "behind another consignment at Narita", at = "2020-05-13T17:20:00+09:00" },
            "found",
            cancel);
        await Coordinator(
            api,
            $"{Consignment}/reinspection",
            new { passed = Ssccs(Wet[..9]), destroyed = Ssccs(Wet[9..]), reason = "inner bags checked", at = "2020-05-13T18:00:00+09:00" },
            "reinspect",
            cancel);
        await api.Reach("distribution", cancel);
    }

    static async Task Allocate(DemoApi api, CancellationToken cancel)
    {
        foreach (var (product, size) in new (string, string?)[] { ("mask", null), ("garment", "L") })
        {
            var rule = new { method = "webster", indicators = new[] { new { name = "physicians", share = 1 } } };
            var plan = (string?)(await Coordinator(api, "/distribution/plans", new { product, size, on = "2020-05-14", rule }, $"plan-{product}", cancel))["plan"];
            await Second(api, $"/distribution/plans/{plan}/approval", new { }, $"approve-{product}", cancel);
            await Coordinator(api, $"/distribution/plans/{plan}/publication", new { on = "2020-05-14" }, $"publish-{product}", cancel);
        }
    }

    static Task<JsonNode> Dispatch(DemoApi api, CancellationToken cancel) => Coordinator(
        api, "/distribution/dispatches", new { carrier = "Yamato Transport", at = "2020-05-14T10:00:00+09:00", expectedOn = "2020-05-16" }, "dispatch", cancel);

    static async Task Receive(DemoApi api, CancellationToken cancel)
    {
        foreach (var code in Prefectures)
        {
            switch (code)
            {
                case "01":
                    var short1 = await Receipt(code, "1", "2020-05-15T15:10:00+09:00", [new(1, Good: -120, Missing: 120, Reason: "two cartons fewer than on the note")]);
                    await Coordinator(
                        api,
                        $"/distribution/receipts/{short1}/resolutions",
                        new { line = 1, kind = "shortage", resolution = "good", pieces = 60, reason = "came with the next delivery" },
                        "resolve-01",
                        cancel);
                    break;
                case "12":
                    await Receipt(code, "1", "2020-05-15T11:00:00+09:00", [new(1, Good: -60, Damaged: 60, Reason: "carton crushed")]);
                    break;
                case "13":
                    // A partial receipt: lines that are not named are still in transit.
                    await Part(code, "1", "2020-05-15T09:30:00+09:00", new(1, Good: 12_000));
                    await Part(code, "2", "2020-05-15T13:45:00+09:00", new(1, Good: 6_000));
                    await AllGood(code, "3", "2020-05-16T09:15:00+09:00");
                    break;
                case "26":
                    var wrong = await AllGood(code, "1", "2020-05-15T10:00:00+09:00");
                    await Coordinator(api, $"/distribution/receipts/{wrong}/reversal", new { reason = "entered for the wrong parcel" }, "reverse-26", cancel);
                    await AllGood(code, "2", "2020-05-15T16:20:00+09:00");
                    break;
                case "27":
                    await Part(code, "1", "2020-05-15T10:40:00+09:00", new(1, Good: 9_000));
                    await AllGood(code, "2", "2020-05-18T10:05:00+09:00");
                    break;
                case "28":
                    await Receipt(code, "1", "2020-05-15T14:00:00+09:00", [new(1, Good: -50, Unfit: 50, Reason: "straps torn")]);
                    break;
                case "47":
                    await AllGood(code, "1", "2020-05-20T11:30:00+09:00");
                    break;
                default:
                    await AllGood(code, "1", "2020-05-15T12:00:00+09:00");
                    break;
            }
        }

        Task<string> AllGood(string code, string part, string receivedAt) => Confirm(code, part, new { receivedAt, allGood = true });

        Task<string> Part(string code, string part, string receivedAt, Found found) => Confirm(code, part, new { receivedAt, lines = new[] { found.Line(0) } });

        // Receives everything in the parcel except for the differing lines.
        async Task<string> Receipt(string code, string part, string receivedAt, Found[] different)
        {
            var sent = (await api.Get(Role.Coordinator, $"/distribution/parcels/{Parcel(code)}", cancel))["lines"]!.AsArray();
            var lines = sent.Select(line => (Number: (int)line!["line"]!, Sent: (long)line["pieces"]!)).Select(line =>
                (Array.Find(different, found => found.Number == line.Number) ?? new Found(line.Number)).Line(line.Sent));
            return await Confirm(code, part, new { receivedAt, lines });
        }

        async Task<string> Confirm(string code, string part, object body) =>
            (string)(await Association(api, code, $"/distribution/parcels/{Parcel(code)}/receipts", body, $"receipt-{code}-{part}", cancel))["receipt"]!;
    }

    static async Task HandOver(DemoApi api, CancellationToken cancel)
    {
        foreach (var code in Prefectures)
        {
            var sent = (await api.Get(Role.Coordinator, $"/distribution/parcels/{Parcel(code)}", cancel))["lines"]!.AsArray();
            foreach (var goods in sent.GroupBy(line => (Product: (string)line!["product"]!, Size: (string)line["size"]!), line => (long)line!["pieces"]!))
            {
                await To($"{code}1234567", "Prefectural Central Hospital", member: true, goods.Key.Product, goods.Key.Size, goods.Sum() / 2);
                await To($"{code}7654321", "Harbour Clinic", member: false, goods.Key.Product, goods.Key.Size, goods.Sum() / 4);
            }

            Task To(string institution, string name, bool member, string product, string size, long pieces) => Association(
                api,
                code,
                "/distribution/handovers",
                new { institution = new { code = institution, name, member }, at = "2020-05-22T10:00:00+09:00", goods = new[] { new { product, size, pieces } } },
                $"hand-over-{code}-{institution}-{product}",
                cancel);
        }
    }

    static string Parcel(string code) => $"P-{code}-2020-0001";

    static string[] Ssccs(int[] cartons) => Array.ConvertAll(cartons, May2020PackingList.SsccOf);

    static Task<JsonNode> Foundation(DemoApi api, string path, object body, string key, CancellationToken cancel) =>
        api.Post("demo-foundation", Role.Foundation, path, body, key, cancel);

    static Task<JsonNode> Coordinator(DemoApi api, string path, object body, string key, CancellationToken cancel) =>
        api.Post("demo-coordinator", Role.Coordinator, path, body, key, cancel);

    static Task<JsonNode> Second(DemoApi api, string path, object body, string key, CancellationToken cancel) =>
        api.Post("demo-second-coordinator", Role.Coordinator, path, body, key, cancel);

    static Task<JsonNode> Association(DemoApi api, string code, string path, object body, string key, CancellationToken cancel) =>
        api.Post($"demo-association-{code}", Role.Association, path, body, key, cancel, organisation: code);

    /// <summary>What an association found for one line: the number of good pieces, or a negative number for «all but».</summary>
    sealed record Found(int Number, long Good = 0, long Damaged = 0, long Missing = 0, long Unfit = 0, string? Reason = null)
    {
        public object Line(long sent) => new { line = Number, good = Good > 0 ? Good : sent + Good, damaged = Damaged, missing = Missing, unfit = Unfit, reason = Reason };
    }
}
