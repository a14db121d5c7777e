using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Two rules side by side over the same stock. Nothing is stored, so that one can look as long as one likes.</summary>
public static class ComparePlans
{
    /// <param name="Product">What is shared.</param>
    /// <param name="On">The day by which a lot must not have expired.</param>
    /// <param name="Rules">Two.</param>
    /// <param name="Size">Null for goods without a size.</param>
    public sealed record Request(ProductCode Product, DateOnly On, IReadOnlyList<AskedRule> Rules, string? Size = null);

    /// <param name="Stock">What is shared.</param>
    /// <param name="First">By the first rule.</param>
    /// <param name="Second">By the second rule.</param>
    /// <param name="Differences">Second less first, a line for each recipient of either.</param>
    /// <param name="ReserveCartons">Second less first.</param>
    /// <param name="ReservePieces">Second less first.</param>
    /// <param name="LeftOut">Free goods that neither shares.</param>
    public sealed record Compared(
        IReadOnlyList<Pack> Stock,
        Side First,
        Side Second,
        IReadOnlyList<Difference> Differences,
        long ReserveCartons,
        long ReservePieces,
        LeftOut LeftOut);

    public sealed record Side(PlanRule Rule, IReadOnlyList<Pack> Reserve, IReadOnlyList<PlanLine> Lines);

    public sealed record Difference(RecipientCode Recipient, long Cartons, long Pieces);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<Request>("/plans/comparison", Handle, Role.Coordinator);

    static Answer Handle(Request request, Command command)
    {
        var size = string.IsNullOrEmpty(request.Size) ? null : request.Size;
        if (Limits.Date("on", request.On) is { } wrong)
            return wrong;
        var free = FreeStock.Load(command.Session, request.Product, size, request.On);
        var (compared, refusal) = Compare(request.Rules, DraftPlan.BasisOf(command.Session, request.Product, size, free), LeftOut.Of(free));
        return compared is null ? refusal! : Answer.Ok(compared);
    }

    public static (Compared? Compared, Refusal? Refusal) Compare(IReadOnlyList<AskedRule> rules, ShareBasis basis, LeftOut leftOut)
    {
        if (rules.Count != 2)
            return (null, new Refusal("comparison-two-rules", ("field", "rules"), ("count", rules.Count)));
        var (first, firstRefusal) = rules[0].Share(basis);
        if (first is null)
            return (null, firstRefusal);
        var (second, secondRefusal) = rules[1].Share(basis);
        if (second is null)
            return (null, secondRefusal);
        var comparison = AllocationComparison.Of(first.Allocation, second.Allocation);
        return (
            new Compared(
                basis.Stock,
                new Side(first.Rule, first.Reserve, first.Lines),
                new Side(second.Rule, second.Reserve, second.Lines),
                [.. comparison.Differences.Select(one => new Difference(Code.Parse<RecipientCode>(one.Code), one.Cartons, one.Pieces))],
                comparison.ReserveCartons,
                comparison.ReservePieces,
                leftOut),
            null);
    }
}
