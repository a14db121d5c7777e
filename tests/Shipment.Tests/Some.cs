using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;
using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests;

/// <summary>Values for decisions.</summary>
static class Some
{
    public static readonly DonationNumber Donation = World.Donation;
    public static readonly AirWaybill Awb = Code.Parse<AirWaybill>(World.Awb);
    public static readonly DateTimeOffset Noon = new(2020, 5, 12, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>The cartons of <see cref="Masks"/> with the codes C0001 and C0002.</summary>
    public static readonly CartonId[] TwoIds = [Id("C0001"), Id("C0002")];

    public static Goods Goods(DonationNumber donation, int line, string product, long pieces, string lot = "A", string? size = null) =>
        new(donation, line, Code.Parse<ProductCode>(product), size, Code.Parse<LotNumber>(lot), null, pieces);

    /// <summary>Cartons of one line with the sender's codes C0001 and on.</summary>
    public static IReadOnlyList<Carton> Cartons(DonationNumber donation, int line, string product, char letter, int count, long pieces, string lot = "A") =>
    [
        .. Enumerable.Range(1, count).Select(i => new Carton(
            CartonId.From(donation, $"{letter}{i:0000}"), $"{letter}{i:0000}", [Goods(donation, line, product, pieces, lot)])),
    ];

    public static IReadOnlyList<Carton> Masks(int count) => Cartons(Donation, 1, "mask", 'C', count, 60);

    public static CartonId Id(string code) => CartonId.From(Donation, code);

    public static IReadOnlyList<StoredCarton> Stored(this IEnumerable<Carton> cartons, CartonState state, CountEntry? entry = null) =>
        [.. cartons.Select(carton => new StoredCarton(carton, state, Awb, "CA929", entry))];

    public static Consignment Consignment(LedgerAccount? stage = null, params MilestoneCode[] milestones) => new()
    {
        AirWaybill = Awb,
        Flights = [new BookedFlight { Number = "CA929", Stage = stage ?? LedgerAccount.AtAirport }],
        Milestones = [.. milestones.Select((code, i) => new Milestone { Number = i + 1, Flight = "CA929", Code = code, At = Noon })],
    };

    public static Consignment InCustoms(string? entry = null, string? exemption = null, string? permit = null, string? hold = null) =>
        Consignment() with { Clearance = new Clearance { Entry = entry, DutyExemption = exemption, Permit = permit, HoldReason = hold } };

    /// <summary>A carton at the airport, as a count sees it before it is counted.</summary>
    public static CountedCarton Uncounted(string code = "C0001", DonationNumber? donation = null) => new()
    {
        Id = CartonId.From(donation ?? Donation, code),
        Donation = donation ?? Donation,
        SenderCode = code,
        Flight = "CA929",
        Stage = LedgerAccount.AtAirport,
    };
}
