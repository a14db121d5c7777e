using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Lists the cartons of a parcel by id.</summary>
public static class ListParcelCartons
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListParcelCartons, Answer, Roles.SignedIn);

    static List<ParcelCartonRow>? Answer(ListParcelCartonsQuery _, Query query)
    {
        var parcel = query.Route<ParcelNumber>("parcel");
        if (query.Find<string>("select recipient from parcel where number = @parcel", new { parcel }) is not { } recipient || !query.Caller.MaySee(recipient))
            return null;
        return query.Page<ParcelCartonRow>(
            "id, product, size, lots, pieces", "from carton where parcel = @parcel", "id", new { parcel });
    }
}
