using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Documents;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>Lists discrepancies opened by receipts, by number: all, or an association's own.</summary>
public static class ListDiscrepancies
{
    sealed record ResolutionOf
    {
        public required DocumentNumber Discrepancy { get; init; }

        public required Resolution Resolution { get; init; }

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

    /// <summary>Selects a <see cref="ReceiptDiscrepancyState"/>.</summary>
    const string State = "case when discrepancy.void = 1 then 'Void' when discrepancy.unsettled > 0 then 'Open' else 'Settled' end";

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListDiscrepancies, Answer, Roles.SignedIn);

    static List<ReceiptDiscrepancyRow> Answer(ListReceiptDiscrepanciesQuery asked, Query query)
    {
        var rows = query.Page<ReceiptDiscrepancyRow>(
            $"""
            discrepancy.number, discrepancy.receipt, discrepancy.parcel, discrepancy.recipient, discrepancy.line, discrepancy.kind,
            {State} as state, sent.product, sent.size, sent.lot, discrepancy.pieces, discrepancy.unsettled, discrepancy.reason
            """,
            $"""
            from discrepancy join parcel_line sent on sent.parcel = discrepancy.parcel and sent.line = discrepancy.line
            where (@own = '' or discrepancy.recipient = @own) and (@Recipient is null or discrepancy.recipient = @Recipient)
              and (@state is null or {State} = @state) and (@kind is null or discrepancy.kind = @kind) and (@Parcel is null or discrepancy.parcel = @Parcel)
            """,
            "discrepancy.number",
            new
            {
                own = query.Own(),
                asked.Recipient,
                state = asked.State?.ToString(),
                kind = asked.Kind?.ToString().ToLowerInvariant(),
                asked.Parcel,
            });
        var numbers = new { numbers = rows.Select(row => row.Number.Value) };
        var resolutions = query.Rows<ResolutionOf>(
            """
            select discrepancy, case resolution when 'written-off' then 'WrittenOff' else resolution end as resolution, pieces, reason, resolved_by, resolved_at
            from discrepancy_resolution
            where discrepancy in @numbers
            order by discrepancy, seq
            """,
            numbers).ToLookup(
            one => one.Discrepancy,
            one => new ReceiptDiscrepancyResolution
            {
                Resolution = one.Resolution,
                Pieces = one.Pieces,
                Reason = one.Reason,
                ResolvedBy = one.ResolvedBy,
                ResolvedAt = one.ResolvedAt,
            });
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
