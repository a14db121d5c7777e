using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Topics;

/// <summary>Returns how far the tables are. A caller that names a position waits until they have reached it.</summary>
static class GetPositions
{
    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.GetPositions, Answer);

    static GetPositionsAnswer Answer(NoQuery _, Query query) => new(
        [.. query.Rows<(string Source, long Seq)>("select source, seq from position order by source").Select(row => new LogPosition(row.Source, row.Seq))]);
}
