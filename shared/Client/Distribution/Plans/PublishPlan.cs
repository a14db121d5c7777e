using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="On">A lot that has expired by this day is not free, 2000 to 2100; the day of the draft if null.</param>
public sealed record PublishPlanRequest(DateOnly? On = null);

/// <param name="Plan">Its number.</param>
/// <param name="Recipients">Number of recipients that get cartons.</param>
/// <param name="Cartons">Cartons reserved.</param>
/// <param name="Pieces">Pieces in them.</param>
public sealed record PublishPlanAnswer(DocumentNumber Plan, int Recipients, long Cartons, long Pieces);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<PublishPlanRequest, PublishPlanAnswer> PublishPlan = new(Service, "/plans/{plan}/publication");
}

public sealed partial class DistributionClient
{
    /// <summary>Publishes an approved plan: reserves its cartons for the recipients.</summary>
    public Task<Reply<PublishPlanAnswer>> PublishPlan(DocumentNumber plan, PublishPlanRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.PublishPlan, DistributionRoutes.PublishPlan.At(plan), request, key, cancel);
}
