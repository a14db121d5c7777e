using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <param name="Product">What is shared.</param>
/// <param name="On">A lot that has expired by this day is left out; 2000 to 2100.</param>
/// <param name="Rules">Two.</param>
/// <param name="Size">Null or blank for goods without a size.</param>
public sealed record ComparePlansRequest(ProductCode Product, DateOnly On, IReadOnlyList<RuleRequest> Rules, string? Size = null);

/// <param name="Stock">What is shared.</param>
/// <param name="First">By the first rule.</param>
/// <param name="Second">By the second rule.</param>
/// <param name="Differences">One for each recipient of either, second less first.</param>
/// <param name="ReserveCartons">Second less first.</param>
/// <param name="ReservePieces">Second less first.</param>
/// <param name="LeftOut">Free goods that neither shares.</param>
public sealed record ComparePlansAnswer(
    IReadOnlyList<Pack> Stock,
    ComparedPlan First,
    ComparedPlan Second,
    IReadOnlyList<PlanDifference> Differences,
    long ReserveCartons,
    long ReservePieces,
    LeftOut LeftOut);

/// <param name="Rule">How it shares.</param>
/// <param name="Reserve">What stays at the hub.</param>
/// <param name="Lines">Every recipient, also those that get nothing.</param>
public sealed record ComparedPlan(PlanRule Rule, IReadOnlyList<Pack> Reserve, IReadOnlyList<PlanLine> Lines);

/// <summary>How much more (above 0) or less (below 0) a recipient gets by the second rule.</summary>
public sealed record PlanDifference(RecipientCode Recipient, long Cartons, long Pieces);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ComparePlansRequest, ComparePlansAnswer> ComparePlans = new(Service, "/plans/comparison");
}

public sealed partial class DistributionClient
{
    /// <summary>Compares two rules over the same stock. Stores nothing.</summary>
    public Task<Reply<ComparePlansAnswer>> ComparePlans(ComparePlansRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ComparePlans, DistributionRoutes.ComparePlans.At(), request, key, cancel);
}
