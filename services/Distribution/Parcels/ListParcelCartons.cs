using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>The cartons of a parcel by id; <c>?after=</c> the last id seen brings the next page.</summary>
public static class ListParcelCartons
{
    public sealed record Row
    {
        public required CartonId Id { get; init; }

        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lots { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/parcels/{parcel}/cartons", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static List<Row>? Answer(Query query)
    {
        var parcel = query.Route<ParcelNumber>("parcel");
        if (query.Find<string>("select recipient from parcel where number = @parcel", new { parcel }) is not { } recipient || !query.Caller.MaySee(recipient))
            return null;
        return query.Page<Row>(
            "id, product, size, lots, pieces", "from carton where parcel = @parcel", "id", new { parcel });
    }
}
