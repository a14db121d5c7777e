using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>
/// The cartons of a consignment by id, with what is in them; <c>?state=</c> one of <see cref="States"/>, <c>?condition=</c> as last counted or
/// none, <c>?flight=</c>, <c>?donation=</c>, <c>?line=</c>, <c>?product=</c>, <c>?lot=</c>, and <c>?code=</c> a part of the SSCC or of the
/// sender's own code. <c>?after=</c> the last id seen brings the next page.
/// </summary>
public static class ListCartons
{
    public sealed record Row
    {
        public required CartonId Id { get; init; }

        public required DonationNumber Donation { get; init; }

        public string? SenderCode { get; init; }

        public required string Flight { get; init; }

        public required long Pieces { get; init; }

        /// <summary>One of <see cref="CartonState"/>.</summary>
        public required string State { get; init; }

        /// <summary>Session that counted it last, confirmed or not.</summary>
        public int? Session { get; init; }

        public Condition? Condition { get; init; }

        public string? Reason { get; init; }

        public IReadOnlyList<Packed> Goods { get; init; } = [];
    }

    public sealed record Packed
    {
        internal string Carton { get; init; } = "";

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    /// <summary>States of a carton that is on a flight.</summary>
    static readonly string[] States =
    [
        CartonState.Booked, CartonState.Good, CartonState.Damaged, CartonState.Missing, CartonState.Delivered, CartonState.Found, CartonState.Passed,
        CartonState.Destroyed, CartonState.WrittenOff,
    ];

    /// <summary>Which cartons, with the parameters of <see cref="Asked"/>.</summary>
    internal const string From =
        """
        from carton
        left join count_entry on count_entry.carton = carton.id
        where carton.air_waybill = @airWaybill
          and (@state is null or carton.state = @state)
          and (@condition is null or coalesce(count_entry.condition, 'none') = @condition)
          and (@flight is null or carton.flight = @flight)
          and (@donation is null or carton.donation = @donation)
          and (@code is null or lower(carton.id) like lower(@code) escape '\' or lower(carton.sender_code) like lower(@code) escape '\')
          and exists (
              select 1 from carton_goods held
              where held.carton = carton.id and (@line is null or held.line = @line) and (@product is null or held.product = @product)
                and (@lot is null or held.lot = @lot))
        """;

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments/{airWaybill}/cartons", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    /// <returns>Null where there is no such consignment.</returns>
    internal static object? Asked(Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        return query.Find<string>("select air_waybill from consignment where air_waybill = @airWaybill", new { airWaybill }) is null ? null : new
        {
            airWaybill,
            state = query.OneOf("state", States),
            condition = query.OneOf("condition", "good", "damaged", "missing", "none"),
            flight = query.Text("flight") is { } flight ? Consignments.BookedFlight.Plain(flight) : null,
            donation = query.Coded<DonationNumber>("donation"),
            line = query.Number("line", 1, int.MaxValue),
            product = query.Coded<ProductCode>("product"),
            lot = query.Coded<LotNumber>("lot"),
            code = Query.Containing(query.Text("code") is { } code ? CartonId.TryParse(code, out var id, out _) ? id.Value : code : null),
        };
    }

    static List<Row>? Answer(Query query)
    {
        if (Asked(query) is not { } asked)
            return null;
        var rows = query.Page<Row>(
            """
            carton.id, carton.donation, carton.sender_code, carton.flight, carton.pieces, carton.state,
            count_entry.session, count_entry.condition, count_entry.reason
            """,
            From,
            "carton.id",
            asked);
        var goods = query.Rows<Packed>(
            "select carton, line, product, size, lot, expiry, pieces from carton_goods where carton in @ids order by carton, line, size, lot",
            new { ids = rows.Select(row => row.Id.Value) }).ToLookup(one => one.Carton, StringComparer.Ordinal);
        return [.. rows.Select(row => row with { Goods = [.. goods[row.Id.Value]] })];
    }
}
