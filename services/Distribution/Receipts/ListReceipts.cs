using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Documents;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Receipts;

/// <summary>Lists receipts by number, including reversed ones: all, or an association's own.</summary>
public static class ListReceipts
{
    sealed record LineOf
    {
        public required DocumentNumber Receipt { get; init; }

        public required int Line { get; init; }

        public required long Good { get; init; }

        public required long Damaged { get; init; }

        public required long Missing { get; init; }

        public required long Unfit { get; init; }

        public string? Reason { get; init; }
    }

    sealed record PhotoOf
    {
        public required DocumentNumber Receipt { get; init; }

        public required int Line { get; init; }

        public required string Photo { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListReceipts, Answer, Roles.SignedIn);

    /// <summary>Filters receipts by <see cref="Parameters"/>.</summary>
    internal const string Where =
        """
        (@own = '' or receipt.recipient = @own) and (@Recipient is null or receipt.recipient = @Recipient) and (@Parcel is null or receipt.parcel = @Parcel)
        and (@state is null or case when receipt.reversed_at is null then 'Standing' else 'Reversed' end = @state)
        """;

    internal static object Parameters(ListReceiptsQuery asked, Query query) => new { own = query.Own(), asked.Recipient, asked.Parcel, state = asked.State?.ToString() };

    static List<ReceiptRow> Answer(ListReceiptsQuery asked, Query query)
    {
        var receipts = query.Page<ReceiptRow>(
            "number, parcel, recipient, received_at, on_behalf, confirmed_by, reversed_at, reversed_by, reversal_reason",
            "from receipt where " + Where,
            "number",
            Parameters(asked, query));
        var numbers = new { receipts = receipts.Select(receipt => receipt.Number.Value) };
        var photos = query.Rows<PhotoOf>("select receipt, line, photo from receipt_photo where receipt in @receipts order by receipt, line, position", numbers)
            .ToLookup(one => (one.Receipt, one.Line), one => one.Photo);
        var lines = query.Rows<LineOf>(
            "select receipt, line, good, damaged, missing, unfit, reason from receipt_line where receipt in @receipts order by receipt, line",
            numbers).ToLookup(
            line => line.Receipt,
            line => new ReceiptRowLine
            {
                Line = line.Line,
                Good = line.Good,
                Damaged = line.Damaged,
                Missing = line.Missing,
                Unfit = line.Unfit,
                Reason = line.Reason,
                Photos = [.. photos[(line.Receipt, line.Line)]],
            });
        return [.. receipts.Select(receipt => receipt with { Lines = [.. lines[receipt.Number]] })];
    }
}
