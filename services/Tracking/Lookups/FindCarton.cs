using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Counts the cartons of a donation and returns the one at a given position, from which labels are to be printed.</summary>
static class FindCarton
{
    public static void Map(ServiceDefinition tracking) => tracking.Get(TrackingRoutes.FindCarton, Answer, Roles.Staff);

    static PlacedCarton Answer(FindCartonQuery asked, Query query)
    {
        var row = new { donation = query.Route<DonationNumber>("donation").Value, place = asked.Place ?? 0 };
        return new PlacedCarton(
            query.Find<int>(
                "select count(*) from carton where generation = (select shown from generation) and donation = @donation and state <> 'cancelled'", row),
            row.place == 0 ? null : query.Find<CartonId?>(
                """
                select id from (
                    select id, row_number() over (order by id) as place
                    from carton
                    where generation = (select shown from generation) and donation = @donation and state <> 'cancelled') placed
                where place = @place
                """,
                row));
    }
}
