using Logistics.Contracts.Codes;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Intake.PackingLists;

/// <summary>The cartons of a donation by id; <c>?after=</c> the last id seen brings the next page.</summary>
public static class ListCartons
{
    public sealed record Row
    {
        public required CartonId Id { get; init; }

        public string? SenderCode { get; init; }

        public required bool Released { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition intake) => intake
        .Get("/donations/{number}/cartons", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Page<Row>(
        """
        select id, sender_code, released, (select sum(pieces) from carton_goods where carton_goods.carton = carton.id) as pieces
        from carton
        where donation = @number and id > @after
        order by id
        """,
        new { number = query.Route<DonationNumber>("number"), after = query.Text("after") ?? "" });
}
