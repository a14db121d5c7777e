using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which plans.</summary>
public sealed record ListPlansQuery : PagedQuery
{
    public PlanState? State { get; init; }

    public ProductCode? Product { get; init; }
}

public sealed record PlanRow
{
    public required DocumentNumber Number { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no size.</summary>
    public required string Size { get; init; }

    /// <summary>1 for the first plan of its product and size.</summary>
    public required int Tranche { get; init; }

    public required PlanState State { get; init; }

    /// <summary>Account of its author.</summary>
    public required string DraftedBy { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Number of recipients that get cartons.</summary>
    public required long Recipients { get; init; }

    public required long Cartons { get; init; }

    public required long Pieces { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListPlansQuery, IReadOnlyList<PlanRow>> ListPlans = new(Service, "/plans");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists plans by number, page by page.</summary>
    public Task<Reply<IReadOnlyList<PlanRow>>> ListPlans(ListPlansQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListPlans, DistributionRoutes.ListPlans.At(), query, cancel);

    /// <summary>Lists the plans of all pages.</summary>
    public Task<Reply<IReadOnlyList<PlanRow>>> ListAllPlans(ListPlansQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(DistributionRoutes.ListPlans, DistributionRoutes.ListPlans.At(), query, plan => plan.Number.Value, cancel);
}
