using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>
/// Receipts by number, reversed ones too: all, or an association's own; <c>?parcel=</c> those of a parcel, <c>?recipient=</c>,
/// <c>?state=</c> standing or reversed. <c>?after=</c> the last number seen brings the next page.
/// </summary>
public static class ListReceipts
{
    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required ParcelNumber Parcel { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required bool OnBehalf { get; init; }

        public required string ConfirmedBy { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversedBy { get; init; }

        public string? ReversalReason { get; init; }

        public IReadOnlyList<FoundLine> Lines { get; init; } = [];
    }

    public sealed record FoundLine
    {
        internal DocumentNumber Receipt { get; init; }

        public required int Line { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }

        /// <summary>Hashes of its pictures.</summary>
        public IReadOnlyList<string> Photos { get; init; } = [];
    }

    sealed record PhotoOf
    {
        public required DocumentNumber Receipt { get; init; }

        public required int Line { get; init; }

        public required string Photo { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/receipts", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    /// <summary>Which receipts, with the parameters of <see cref="Asked"/>.</summary>
    internal const string Where =
        """
        (@own = '' or receipt.recipient = @own) and (@recipient = '' or receipt.recipient = @recipient) and (@parcel is null or receipt.parcel = @parcel)
        and (@state is null or case when receipt.reversed_at is null then 'standing' else 'reversed' end = @state)
        """;

    internal static object Asked(Query query) => new
    {
        own = query.Own(),
        recipient = query.Recipient(),
        parcel = query.Coded<ParcelNumber>("parcel"),
        state = query.OneOf("state", "standing", "reversed"),
    };

    static List<Row> Answer(Query query)
    {
        var receipts = query.Page<Row>(
            "number, parcel, recipient, received_at, on_behalf, confirmed_by, reversed_at, reversed_by, reversal_reason",
            "from receipt where " + Where,
            "number",
            Asked(query));
        var numbers = new { receipts = receipts.Select(receipt => receipt.Number.Value) };
        var photos = query.Rows<PhotoOf>("select receipt, line, photo from receipt_photo where receipt in @receipts order by receipt, line, position", numbers)
            .ToLookup(one => (one.Receipt, one.Line), one => one.Photo);
        var lines = query.Rows<FoundLine>(
            "select receipt, line, good, damaged, missing, unfit, reason from receipt_line where receipt in @receipts order by receipt, line",
            numbers).Select(line => line with { Photos = [.. photos[(line.Receipt, line.Line)]] }).ToLookup(line => line.Receipt);
        return [.. receipts.Select(receipt => receipt with { Lines = [.. lines[receipt.Number]] })];
    }
}
