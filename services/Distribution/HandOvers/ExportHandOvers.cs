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
        new(new("Hand-over", "引渡し番号", "转交编号"), row => row.Number),
        new(new("Association code", "医師会コード", "医师会代码"), row => row.Recipient),
        new(new("Association", "医師会", "医师会"), row => Recipient.Name(row.Recipient)),
        new(new("Institution code", "医療機関コード", "医疗机构代码"), row => row.Institution),
        new(new("Institution", "医療機関", "医疗机构"), row => row.InstitutionName),
        new(new("Membership", "会員区分", "会员"), row => row.Member ? new Worded("Member", "会員", "会员") : new Worded("Not a member", "非会員", "非会员")),
        new(new("Handed over at", "引渡し日時", "转交时间"), row => row.HandedOverAt),
        new(new("Donation", "寄贈番号", "捐赠编号"), row => row.Donation),
        new(new("Product", "品目", "产品"), row => ProductWords.Name(row.Product)),
        new(new("Size", "サイズ", "尺码"), row => row.Size),
        new(new("Lot", "ロット", "批号"), row => row.Lot),
        new(new("Expiry", "使用期限", "有效期"), row => row.Expiry),
        new(new("Pieces", "数量", "数量"), row => row.Pieces),
        new(new("State", "状態", "状态"), row => row.ReversedAt is null ? new Worded("Standing", "有効", "有效") : new Worded("Reversed", "取消済み", "已撤销")),
        new(new("Reversed at", "取消日時", "撤销时间"), row => row.ReversedAt),
        new(new("Reason of reversal", "取消理由", "撤销原因"), row => row.ReversalReason),
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
