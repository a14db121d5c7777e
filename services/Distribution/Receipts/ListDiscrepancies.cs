using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>
/// Discrepancies that receipts opened, by number: all, or an association's own; <c>?state=</c> open, settled or void, <c>?kind=</c>
/// shortage, damage or unfit, <c>?recipient=</c>, <c>?parcel=</c>. <c>?after=</c> the last number seen brings the next page.
/// </summary>
public static class ListDiscrepancies
{
    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required DocumentNumber Receipt { get; init; }

        public required ParcelNumber Parcel { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required int Line { get; init; }

        public required string Kind { get; init; }

        public required string State { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public required long Pieces { get; init; }

        public required long Unsettled { get; init; }

        public required string Reason { get; init; }

        /// <summary>Hashes of the pictures that its receipt has of the line.</summary>
        public IReadOnlyList<string> Photos { get; init; } = [];

        public IReadOnlyList<Resolved> Resolutions { get; init; } = [];
    }

    public sealed record Resolved
    {
        internal DocumentNumber Discrepancy { get; init; }

        public required string Resolution { get; init; }

        public required long Pieces { get; init; }

        public required string Reason { get; init; }

        public required string ResolvedBy { get; init; }

        public required DateTimeOffset ResolvedAt { get; init; }
    }

    sealed record PhotoOf
    {
        public required DocumentNumber Discrepancy { get; init; }

        public required string Photo { get; init; }
    }

    const string State = "case when discrepancy.void = 1 then 'void' when discrepancy.unsettled > 0 then 'open' else 'settled' end";

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/discrepancies", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query)
    {
        var rows = query.Page<Row>(
            $"""
            discrepancy.number, discrepancy.receipt, discrepancy.parcel, discrepancy.recipient, discrepancy.line, discrepancy.kind,
            {State} as state, sent.product, sent.size, sent.lot, discrepancy.pieces, discrepancy.unsettled, discrepancy.reason
            """,
            $"""
            from discrepancy join parcel_line sent on sent.parcel = discrepancy.parcel and sent.line = discrepancy.line
            where (@own = '' or discrepancy.recipient = @own) and (@recipient = '' or discrepancy.recipient = @recipient)
              and (@state is null or {State} = @state) and (@kind is null or discrepancy.kind = @kind) and (@parcel is null or discrepancy.parcel = @parcel)
            """,
            "discrepancy.number",
            new
            {
                own = query.Own(),
                recipient = query.Recipient(),
                state = query.OneOf("state", "open", "settled", "void"),
                kind = query.OneOf("kind", "shortage", "damage", "unfit"),
                parcel = query.Coded<ParcelNumber>("parcel"),
            });
        var numbers = new { numbers = rows.Select(row => row.Number.Value) };
        var resolutions = query.Rows<Resolved>(
            """
            select discrepancy, resolution, pieces, reason, resolved_by, resolved_at
            from discrepancy_resolution
            where discrepancy in @numbers
            order by discrepancy, seq
            """,
            numbers).ToLookup(one => one.Discrepancy);
        var photos = query.Rows<PhotoOf>(
            """
            select discrepancy.number as discrepancy, receipt_photo.photo
            from discrepancy join receipt_photo on receipt_photo.receipt = discrepancy.receipt and receipt_photo.line = discrepancy.line
            where discrepancy.number in @numbers
            order by discrepancy.number, receipt_photo.position
            """,
            numbers).ToLookup(one => one.Discrepancy, one => one.Photo);
        return [.. rows.Select(row => row with { Photos = [.. photos[row.Number]], Resolutions = [.. resolutions[row.Number]] })];
    }
}
