using Dapper;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Commands;

namespace Logistics.Testing;

/// <summary>
/// A gift of 600 masks (ten cartons) and 100 garments (two cartons) that went through everything: C0007 came damaged and passed, C0010 was
/// missing and found, G0002 was destroyed, Tokyo got 240 masks, received 180 good, 30 damaged, 30 missing, found 10 of those, and handed
/// 100 to a member hospital. A second gift of 60 masks, packed only, has a carton C0001 too.
/// </summary>
public static class PartlyHandedOver
{
    public const string Donor = "Alibaba <script>alert(1)</script> & Co.";
    public const string FirstSscc = "395212340000000014";

    public static readonly DonationNumber Gift = DonationNumber.From(2020, 1);
    public static readonly DonationNumber SecondGift = DonationNumber.From(2020, 2);
    public static readonly AirWaybill AirWaybill = Code.Parse<AirWaybill>("020-12345675");
    public static readonly RecipientCode Tokyo = Code.Parse<RecipientCode>("13");
    public static readonly RecipientCode Osaka = Code.Parse<RecipientCode>("27");
    public static readonly ParcelNumber Parcel = ParcelNumber.From(Tokyo, 2020, 1);

    public static readonly Gtin MaskItem = Code.Parse<Gtin>("09521234000013");

    static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");
    static readonly ProductCode Garment = Code.Parse<ProductCode>("garment");
    static readonly Institution Hospital = new(Code.Parse<InstitutionCode>("1312345678"), "Secret Hospital", true);
    static readonly Institution Clinic = new(Code.Parse<InstitutionCode>("1312345679"), "Secret Clinic", false);

    static readonly Carton[] Masks = [.. Enumerable.Range(1, 10).Select(i => MaskCarton(Gift, i, i == 1 ? FirstSscc : null))];
    static readonly Carton[] Garments = [.. Enumerable.Range(1, 2).Select(i => new Carton(
        CartonId.From(Gift, $"G000{i}"), $"G000{i}", [new Goods(Gift, 2, Garment, "L", Code.Parse<LotNumber>("G"), null, 50)]))];

    public static IReadOnlyList<(string Stream, object Event)> Intake { get; } =
    [
        Of(Gift, new DonationRegistered(Gift, Donor, new DateOnly(2020, 5, 8), [new(1, Mask, MaskItem, 700), new(2, Garment, null, 100)],
        [
            new(null, LedgerAccount.Pledged, Pledge(1, Mask, 700)), new(null, LedgerAccount.Pledged, Pledge(2, Garment, 100)),
        ])),
        Of(Gift, new DonationAmended(Gift, "Secret reason", [new(1, Mask, MaskItem, 600)], [new(LedgerAccount.Pledged, null, Pledge(1, Mask, 100))])),
        Of(Gift, new PackingListAttached(Gift, null, null, null, 12, 700)),
        Of(Gift, new CartonsPacked(Gift, Donor, [.. Masks, .. Garments], Moves(LedgerAccount.Pledged, LedgerAccount.Packed, [.. Masks, .. Garments]))),
        Of(Gift, new DonationReleased(Gift, 12, 700)),
        Of(SecondGift, new DonationRegistered(SecondGift, "Another donor", new DateOnly(2020, 5, 9), [new(1, Mask, null, 60)],
            [new(null, LedgerAccount.Pledged, new Goods(SecondGift, 1, Mask, null, null, null, 60))])),
        Of(SecondGift, new CartonsPacked(SecondGift, "Another donor", [MaskCarton(SecondGift, 1, null)],
            Moves(LedgerAccount.Pledged, LedgerAccount.Packed, MaskCarton(SecondGift, 1, null)))),
    ];

    public static IReadOnlyList<(string Stream, object Event)> Shipment { get; } =
    [
        .. new object[]
        {
            new ConsignmentBooked(AirWaybill, [Gift],
            [
                new("CA929", "PVG", "NRT", At("2020-05-11T23:40+08:00"), At("2020-05-12T02:35+09:00")),
                new("NH920", "PVG", "NRT", At("2020-05-12T12:00+08:00"), At("2020-05-12T16:00+09:00")),
            ], 12, 700),
            new CartonsBooked(AirWaybill, "CA929", Masks),
            new CartonsBooked(AirWaybill, "NH920", Garments),
            new MilestoneRecorded(AirWaybill, "CA929", 1, MilestoneCode.Arr, "NRT", At("2020-05-12T02:35+09:00"), null, Moves(LedgerAccount.Packed, LedgerAccount.AtAirport, Masks)),
            new MilestoneRecorded(AirWaybill, "CA929", 2, MilestoneCode.Dep, "PVG", At("2020-05-11T23:40+08:00"), "Secret note", []),
            new MilestoneRecorded(AirWaybill, "NH920", 3, MilestoneCode.Dep, "PVG", At("2020-05-12T11:00+08:00"), null, Moves(LedgerAccount.Packed, LedgerAccount.InAir, Garments)),
            new MilestoneWithdrawn(AirWaybill, "NH920", 3, "Secret reason", Moves(LedgerAccount.InAir, LedgerAccount.Packed, Garments)),
            new MilestoneRecorded(AirWaybill, "NH920", 4, MilestoneCode.Dep, "PVG", At("2020-05-12T12:10+08:00"), null, Moves(LedgerAccount.Packed, LedgerAccount.InAir, Garments)),
            new MilestoneRecorded(AirWaybill, "NH920", 5, MilestoneCode.Arr, "NRT", At("2020-05-12T16:05+09:00"), null, Moves(LedgerAccount.InAir, LedgerAccount.AtAirport, Garments)),
            new CustomsEntered(AirWaybill, "11122233344", "EX-1", At("2020-05-12T12:30+09:00")),
            new CustomsReleased(AirWaybill, "55566677788", At("2020-05-12T19:00+09:00"), new DateOnly(2022, 5, 12)),
            new CountOpened(AirWaybill, 1),
            new CartonsCounted(AirWaybill, 1, Condition.Good, null, Ids(Masks[..6])),
            new CartonsCounted(AirWaybill, 1, Condition.Damaged, "Secret reason", Ids(Masks[6..8])),
            new CountOpened(AirWaybill, 2),
            new CartonsCounted(AirWaybill, 2, Condition.Good, null, Ids([.. Masks[7..9], Garments[0]])),
            new CountConfirmed(AirWaybill, 1, Note(1), false, 6, 360, [], Moves(LedgerAccount.AtAirport, LedgerAccount.Damaged, Masks[6])),
            new CartonsCounted(AirWaybill, 2, Condition.Damaged, "Secret reason", Ids(Garments[1..])),
            new CountConfirmed(AirWaybill, 2, Note(2), true, 3, 170, [],
                [.. Moves(LedgerAccount.AtAirport, LedgerAccount.Damaged, Garments[1]), .. Moves(LedgerAccount.AtAirport, LedgerAccount.Missing, Masks[9])]),
            new ConsignmentDelivered(AirWaybill, "Narita hub", At("2020-05-13T09:00+09:00"), 9, 530),
            new CartonsDelivered(AirWaybill, At("2020-05-13T09:00+09:00"), [.. Masks[..6], .. Masks[7..9], Garments[0]],
                Moves(LedgerAccount.AtAirport, LedgerAccount.Hub, [.. Masks[..6], .. Masks[7..9], Garments[0]])),
            new CartonsFound(AirWaybill, Masks[9..], "Secret reason", At("2020-05-15T10:00+09:00"), Moves(LedgerAccount.Missing, LedgerAccount.Hub, Masks[9])),
            new CartonsReinspected(AirWaybill, Masks[6..7], Garments[1..], "Secret reason", At("2020-05-16T10:00+09:00"),
                [.. Moves(LedgerAccount.Damaged, LedgerAccount.Hub, Masks[6]), .. Moves(LedgerAccount.Damaged, LedgerAccount.Destroyed, Garments[1])]),
        }.Select(@event => ($"consignment/{AirWaybill}", @event)),
    ];

    public static IReadOnlyList<(string Stream, object Event)> Distribution { get; } =
    [
        ("stock", new StockReceived(AirWaybill, Masks[..6], 360)),
        ("plan/A-2020-0001", new CartonsReserved(DocumentNumber.From("A", 2020, 1), Tokyo, Ids(Masks[..5]), Moves(LedgerAccount.Hub, LedgerAccount.Reserved(Tokyo), Masks[..5]))),
        ("plan/A-2020-0001", new CartonsReserved(DocumentNumber.From("A", 2020, 1), Osaka, Ids(Masks[5..6]), Moves(LedgerAccount.Hub, LedgerAccount.Reserved(Osaka), Masks[5]))),
        .. new object[]
        {
            new ParcelDispatched(Parcel, Tokyo, [DocumentNumber.From("A", 2020, 1)], "Yamato", "1234", At("2020-05-18T08:00+09:00"), new DateOnly(2020, 5, 20), 4,
                [new ParcelLine(1, 4, Sent(240))], [new Movement(LedgerAccount.Reserved(Tokyo), LedgerAccount.InDelivery(Tokyo), Sent(240))]),
            new ParcelLoaded(Parcel, Ids(Masks[..4])),
            new ReceiptConfirmed(DocumentNumber.From("R", 2020, 1), Parcel, Tokyo, At("2020-05-19T10:00+09:00"), false, [new(1, 120, 0, 0, 0, null)], [],
                [Sent(120, LedgerAccount.InDelivery(Tokyo), LedgerAccount.Association(Tokyo))]),
            new ReceiptReversed(DocumentNumber.From("R", 2020, 1), Parcel, Tokyo, "Secret reason",
                [Sent(120, LedgerAccount.Association(Tokyo), LedgerAccount.InDelivery(Tokyo))]),
            new ReceiptConfirmed(DocumentNumber.From("R", 2020, 2), Parcel, Tokyo, At("2020-05-19T15:00+09:00"), true, [new(1, 180, 30, 30, 0, "Secret reason")], [],
            [
                Sent(180, LedgerAccount.InDelivery(Tokyo), LedgerAccount.Association(Tokyo)),
                Sent(30, LedgerAccount.InDelivery(Tokyo), LedgerAccount.DamagedAt(Tokyo)),
                Sent(30, LedgerAccount.InDelivery(Tokyo), LedgerAccount.MissingFrom(Tokyo)),
            ]),
            new DiscrepancyResolved(DocumentNumber.From("R", 2020, 2), Parcel, Tokyo, 1, DiscrepancyKind.Shortage, Resolution.Good, 10, "Secret reason",
                [Sent(10, LedgerAccount.MissingFrom(Tokyo), LedgerAccount.Association(Tokyo))]),
        }.Select(@event => ($"parcel/{Parcel}", @event)),
        ("hand-over/H-2020-0001", new HandedOver(DocumentNumber.From("H", 2020, 1), Tokyo, Hospital, At("2020-05-20T10:00+09:00"), [Sent(100)],
            [Sent(100, LedgerAccount.Association(Tokyo), LedgerAccount.Institution(Hospital.Code))])),
        ("hand-over/H-2020-0002", new HandedOver(DocumentNumber.From("H", 2020, 2), Tokyo, Clinic, At("2020-05-20T11:00+09:00"), [Sent(20)],
            [Sent(20, LedgerAccount.Association(Tokyo), LedgerAccount.Institution(Clinic.Code))])),
        ("hand-over/H-2020-0002", new HandOverReversed(DocumentNumber.From("H", 2020, 2), Tokyo, "Secret reason",
            [Sent(20, LedgerAccount.Institution(Clinic.Code), LedgerAccount.Association(Tokyo))])),
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<(string Stream, object Event)>> Logs { get; } =
        new Dictionary<string, IReadOnlyList<(string, object)>>(StringComparer.Ordinal) { ["intake"] = Intake, ["shipment"] = Shipment, ["distribution"] = Distribution };

    public static ServiceDefinition Bare(string name) => new(name, typeof(ServiceDefinition).Assembly);

    /// <summary>Three logs without a service.</summary>
    public static ServiceDefinition[] BareLogs => [.. Logs.Keys.Select(Bare)];

    /// <summary>Starts programs with the three logs, and waits until Tracking, one of them, has followed the whole story.</summary>
    public static async Task<RunningHost> Start(params ServiceDefinition[] programs)
    {
        var host = await RunningHost.Start([.. programs, .. BareLogs]);
        foreach (var (source, events) in Logs)
            await Append(host, source, events);
        await Followed(host);
        return host;
    }

    public static Task Append(RunningHost host, string source, IEnumerable<(string Stream, object Event)> events) =>
        host.Log(source).Write(new Origin("Secret actor", "test"), session =>
        {
            foreach (var (stream, @event) in events)
                session.Append(stream, @event);
            return 0;
        });

    public static Task Followed(RunningHost host) => Eventually.Holds(
        async () =>
        {
            await using var connection = host.Log("tracking").Database.Open();
            return Logs.Keys.All(source =>
                connection.ExecuteScalar<long>("select coalesce(max(seq), 0) from position where source = @source", new { source }) == host.Log(source).Head);
        },
        "tracking at the end of all three logs");

    public static Carton MaskCarton(DonationNumber donation, int number, string? sscc)
    {
        var lot = Code.Parse<LotNumber>(number <= 6 ? "A" : "B");
        var own = $"C{number:0000}";
        return new Carton(
            sscc is null ? CartonId.From(donation, own) : CartonId.From(Code.Parse<Sscc>(sscc)), own, [new Goods(donation, 1, Mask, null, lot, null, 60)]);
    }

    public static IReadOnlyList<Movement> Moves(LedgerAccount? from, LedgerAccount? to, params Carton[] cartons) =>
    [
        .. cartons.SelectMany(carton => carton.Goods)
            .GroupBy(goods => goods with { Pieces = 0 })
            .Select(goods => new Movement(from, to, goods.Key with { Pieces = goods.Sum(one => one.Pieces) })),
    ];

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static (string, object) Of(DonationNumber number, object @event) => ($"donation/{number}", @event);

    static Goods Pledge(int line, ProductCode product, long pieces) => new(Gift, line, product, null, null, null, pieces);

    static Goods Sent(long pieces) => new(Gift, 1, Mask, null, Code.Parse<LotNumber>("A"), null, pieces);

    static Movement Sent(long pieces, LedgerAccount from, LedgerAccount to) => new(from, to, Sent(pieces));

    static List<CartonId> Ids(IEnumerable<Carton> cartons) => [.. cartons.Select(carton => carton.Id)];

    static DocumentNumber Note(int serial) => DocumentNumber.From("GRN", 2020, serial);
}
