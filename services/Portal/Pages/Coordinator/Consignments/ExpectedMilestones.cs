using Logistics.Contracts.Shipment;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Knows which milestones of a flight are expected.</summary>
public static class ExpectedMilestones
{
    /// <summary>The codes of each step in order.</summary>
    static readonly MilestoneCode[][] Steps =
    [
        .. Enum.GetValues<MilestoneCode>()
            .Where(code => MilestoneMeaning.Of(code).Step is not null)
            .GroupBy(code => MilestoneMeaning.Of(code).Step)
            .OrderBy(step => step.Key)
            .Select(step => step.ToArray()),
    ];

    /// <summary>
    /// Lists the expected next milestones of a flight: the others of its furthest known step, and the next step. Skipped milestones
    /// may still be recorded but are not expected.
    /// </summary>
    public static IReadOnlyList<MilestoneCode> Next(IReadOnlyCollection<MilestoneCode> standing)
    {
        var furthest = Array.FindLastIndex(Steps, step => step.Any(standing.Contains));
        return
        [
            .. furthest < 0 ? [] : Steps[furthest].Where(code => !standing.Contains(code)),
            .. furthest + 1 < Steps.Length ? Steps[furthest + 1] : [],
        ];
    }
}
