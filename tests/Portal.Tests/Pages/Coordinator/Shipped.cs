using System.Globalization;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Coordinator;

/// <summary>What must have happened before coordinators have something to do.</summary>
static class Shipped
{
    static int serial = 1_000_000;

    /// <summary>An air waybill that no other test has.</summary>
    public static string AirWaybill()
    {
        var number = Interlocked.Increment(ref serial);
        return string.Create(CultureInfo.InvariantCulture, $"999-{number}{number % 7}");
    }

    /// <summary>A donation of masks, 60 in each carton, C00001 and on, that may be booked.</summary>
    public static async Task<string> Released(this FourServices services, int cartons)
    {
        var host = services.Host;
        var registered = (await host.Post(Role.Foundation, "/intake/donations", new
        {
            donor = "Donor", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = cartons * 60 } },
        })).Expect(201);
        var donation = (string)registered["number"]!;
        (await host.Post(Role.Foundation, $"/intake/donations/{donation}/uniform-packings", new { line = 1, cartons, piecesPerCarton = 60, lot = "A" })).Expect(200);
        (await host.Post(Role.Foundation, $"/intake/donations/{donation}/release", new { })).Expect(200);
        await Eventually.Holds(
            async () => (await host.Get(Role.Auditor, "/shipment/released")).Expect(200).Json!.AsArray().Any(row => (string?)row!["donation"] == donation),
            $"{donation} released");
        return donation;
    }

    /// <summary>Booked on flight CA929 from Pudong to Narita.</summary>
    public static async Task<string> Booked(this FourServices services, int cartons)
    {
        var (donation, airWaybill) = (await services.Released(cartons), AirWaybill());
        (await services.Host.Post(Role.Coordinator, "/shipment/consignments", new
        {
            airWaybill,
            donations = new[] { donation },
            flights = new[] { new { number = "CA929", from = "PVG", to = "NRT", departsAt = "2020-05-11T23:40+08:00", arrivesAt = "2020-05-12T02:35+09:00" } },
        })).Expect(201);
        return airWaybill;
    }

    /// <summary>Arrived, and session 1 is open.</summary>
    public static async Task<string> Arrived(this FourServices services, int cartons)
    {
        var airWaybill = await services.Booked(cartons);
        var path = $"/shipment/consignments/{airWaybill}";
        (await services.Host.Post(Role.Coordinator, path + "/milestones", new { code = "arr", place = "NRT", at = "2020-05-12T02:35+09:00" })).Expect(201);
        (await services.Host.Post(Role.Coordinator, path + "/counts", new { })).Expect(201);
        return airWaybill;
    }
}
