using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Recipients;
using Logistics.EventLog;

namespace Logistics.Distribution.Plans;

/// <summary>The data on which shares depend, in addition to the rule.</summary>
/// <param name="Stock">The stock to divide, by pack size.</param>
/// <param name="Recipients">All known recipients, for rules without weights.</param>
/// <param name="Weightings">All indicators by name.</param>
/// <param name="Given">Pieces of the same product and size given by published plans.</param>
/// <param name="Tranche">1 for the first plan of the product and size.</param>
public sealed record ShareBasis(
    IReadOnlyList<Pack> Stock,
    IReadOnlyList<RecipientCode> Recipients,
    IReadOnlyDictionary<string, Weighting> Weightings,
    IReadOnlyDictionary<RecipientCode, long> Given,
    int Tranche)
{
    public static ShareBasis Load(Session session, ProductCode product, string? size, FreeStock free) => new(
        free.Packs,
        Recipient.Codes(session),
        Weighting.Load(session),
        session.Query<GivenRow>(
            """
            select line.recipient, sum(line.pieces) as pieces
            from allocation_plan_line line join allocation_plan plan_of on plan_of.number = line.plan_number
            where plan_of.product = @product and plan_of.size = @size and plan_of.state = 'published'
            group by line.recipient
            """,
            new { product, size = size ?? "" }).ToDictionary(row => row.Recipient, row => row.Pieces),
        1 + Plan.CountPublished(session, product, size));

    sealed record GivenRow
    {
        public required RecipientCode Recipient { get; init; }

        public required long Pieces { get; init; }
    }
}
