using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Plans;

/// <summary>A rule and the resulting shares.</summary>
public sealed record SharedStock(PlanRule Rule, Allocation Allocation)
{
    public IReadOnlyList<Pack> Reserve => Packs(Allocation.Reserve);

    public IReadOnlyList<PlanLine> Lines =>
    [
        .. Allocation.Lines.Select(line => new PlanLine(
            Code.Parse<RecipientCode>(line.Code),
            line.Weight.ToString(),
            new Ratio(line.Quota.Numerator.ToString(), line.Quota.Denominator.ToString()),
            line.RoundingThousandths,
            Packs(line.Packs),
            line.Cartons,
            line.Pieces)),
    ];

    static IReadOnlyList<Pack> Packs(IEnumerable<PackCartons> packs) =>
        [.. packs.Where(pack => pack.Cartons > 0).Select(pack => new Pack(pack.PiecesPerCarton, pack.Cartons))];
}
