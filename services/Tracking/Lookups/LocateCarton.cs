using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Lookups;

/// <summary>Returns publicly whether a carton is known and, to the association that receives it, its parcel.</summary>
static class LocateCarton
{
    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.LocateCarton, Answer);

    static CartonLocation? Answer(NoQuery _, Query query)
    {
        var carton = query.Route<Sscc>("sscc").Value;
        if (query.Find<int?>("select 1 from carton where generation = (select shown from generation) and id = @carton", new { carton }) is null)
            return null;
        var parcel = query.Asker is { Role: Role.Association } association
            ? query.Find<ParcelNumber?>(
                """
                select parcel.number
                from allotment join parcel on parcel.generation = allotment.generation and parcel.number = allotment.parcel
                where allotment.generation = (select shown from generation) and allotment.carton = @carton and parcel.recipient = @Organisation
                """,
                new { carton, association.Organisation })
            : null;
        return new CartonLocation(Code.Parse<CartonId>(carton), parcel);
    }
}
