using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Lists publicly the donations in progress, newest first.</summary>
static class GetUnderWay
{
    const int MaxWithFigures = 4;
    const int MaxNamed = 100;

    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.GetUnderWay, Answer);

    static UnderWay Answer(NoQuery _, Query query)
    {
        var open = query.First<NamedDonation>(
            MaxNamed,
            """
            select number, donor, pledged_on
            from donation
            where generation = (select shown from generation) and state = 'open'
            order by pledged_on desc, number desc
            """);
        return new UnderWay(
            [.. open.Take(MaxWithFigures).Select(donation => GetDonation.Load(query, donation.Number)).OfType<TrackedDonation>()],
            [.. open.Skip(MaxWithFigures)]);
    }
}
