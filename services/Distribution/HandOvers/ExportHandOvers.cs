using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>Writes hand-overs as CSV, a row for each kind of goods, with the filters of <see cref="ListHandOvers"/>.</summary>
public static class ExportHandOvers
{
    sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required InstitutionCode Institution { get; init; }

        public required string InstitutionName { get; init; }

        public required bool Member { get; init; }

        public required DateTimeOffset HandedOverAt { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversalReason { get; init; }

        public required DonationNumber Donation { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }
    }

    static readonly CsvColumn<Row>[] Columns =
    [
        new("hand-over", row => row.Number),
        new("association-code", row => row.Recipient),
        new("association", row => Recipient.Name(row.Recipient)),
        new("institution-code", row => row.Institution),
        new("institution", row => row.InstitutionName),
        new("membership", row => row.Member ? ColumnWords.Of("cell.member") : ColumnWords.Of("cell.not-a-member")),
        new("handed-over-at", row => row.HandedOverAt),
        new("donation", row => row.Donation),
        new("product", row => ProductWords.Name(row.Product)),
        new("size", row => row.Size),
        new("lot", row => row.Lot),
        new("expiry", row => row.Expiry),
        new("pieces", row => row.Pieces),
        new("state", row => row.ReversedAt is null ? ColumnWords.Of("cell.standing") : ColumnWords.Of("cell.reversed")),
        new("reversed-at", row => row.ReversedAt),
        new("reason-of-reversal", row => row.ReversalReason),
    ];

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ExportHandOvers, Answer, Roles.SignedIn);

    static CsvFile<Row> Answer(ListHandOversQuery asked, Query query) => new("handovers", Columns, query.Stream<Row>(
        $"""
        select hand_over.number, hand_over.recipient, hand_over.institution, hand_over.institution_name, hand_over.member, hand_over.handed_over_at,
               hand_over.reversed_at, hand_over.reversal_reason, goods.donation, goods.product, goods.size, goods.lot, goods.expiry, goods.pieces
        from hand_over join hand_over_goods goods on goods.hand_over = hand_over.number
        where {ListHandOvers.Where}
        order by hand_over.number, goods.donation, goods.line, goods.size, goods.lot
        """,
        ListHandOvers.Parameters(asked, query)));
}
