using System.Globalization;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;

namespace Logistics.Testing;

/// <summary>Goods of the gift D-2020-0001 that have come so far, written to the logs without the way there.</summary>
public static class GivenGoods
{
    /// <summary>Of one carton of the first parcel.</summary>
    public const string Sscc = "395212340000000014";

    static readonly DonationNumber Gift = DonationNumber.From(2020, 1);

    /// <summary>Cartons of 60 that are free at the hub, and in the stock when this ends.</summary>
    public static async Task AtHub(this RunningHost host, ProductCode product, int cartons)
    {
        Carton[] all =
        [
            .. Enumerable.Range(1, cartons).Select(number => string.Create(CultureInfo.InvariantCulture, $"{product}-{number:000}")).Select(own => new Carton(
                CartonId.From(Gift, own), own, [new Goods(Gift, 1, product, null, Code.Parse<LotNumber>("A"), Code.Parse<Expiry>("2099-04-30"), 60)])),
        ];
        await host.Append("shipment", "consignment/999-20051113",
            new CartonsDelivered(Code.Parse<AirWaybill>("999-20051113"), new(2020, 5, 13, 15, 0, 0, TimeSpan.FromHours(9)), all, []));
        await Eventually.Holds(
            async () => (await host.Get(Role.Auditor, $"/distribution/stock?product={product}")).Expect(200)["entries"]!.AsArray().Count > 0,
            $"{product} in stock");
    }

    /// <summary>A parcel on its way to Tokyo: 60 masks in the carton with the <see cref="Sscc"/>, and 180 in three others.</summary>
    /// <param name="host">With intake and distribution.</param>
    /// <param name="number">Of the parcel in its year, from 1.</param>
    public static async Task<string> OnTheWay(this RunningHost host, int number = 1)
    {
        var tokyo = Code.Parse<RecipientCode>("13");
        var parcel = ParcelNumber.From(tokyo, 2020, number);
        var goods = new Goods(Gift, 1, Code.Parse<ProductCode>("mask"), null, Code.Parse<LotNumber>("M1"), null, 60);
        var carton = new Carton(CartonId.From(Code.Parse<Sscc>(Sscc)), null, [goods]);
        var all = goods with { Pieces = 240 };
        if (number == 1)
            await host.Append("intake", $"donation/{Gift}", new CartonsPacked(Gift, "Donor", [carton], [new Movement(LedgerAccount.Pledged, LedgerAccount.Packed, goods)]));
        await host.Append("distribution", $"parcel/{parcel}",
            new ParcelDispatched(parcel, tokyo, [], "Yamato", "1234", new DateTimeOffset(2020, 5, 14, 10, 0, 0, TimeSpan.FromHours(9)), new DateOnly(2020, 5, 16), 4,
                [new ParcelLine(1, 4, all)], [new Movement(LedgerAccount.Reserved(tokyo), LedgerAccount.InDelivery(tokyo), all)]),
            new ParcelLoaded(parcel, [carton.Id]));
        return parcel.Value;
    }
}
