using Logistics.Client.Tracking;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>
/// Returns the public balance of every donation, or of one. The same events yield the same bytes, in whatever order the three logs arrive.
/// </summary>
static class GetBalances
{
    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.GetBalances, Answer);

    static GetBalancesAnswer Answer(GetBalancesQuery asked, Query query) => new(LoadBalances.Of(query, asked.Donation));
}
