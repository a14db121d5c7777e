namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>The milestones of a flight (IATA FSU codes) in the order in which they are expected.</summary>
public static class Milestones
{
    /// <summary>Codes as the shipment writes them. What stands together may come in any order.</summary>
    static readonly string[][] Steps = [["rcs"], ["dep"], ["arr"], ["rcf"], ["nfd", "crc", "awd"], ["ccd"], ["dlv"]];

    public static IReadOnlyList<string> All { get; } = [.. Steps.SelectMany(step => step), "dis"];

    /// <summary>
    /// What is expected next of a flight: what else belongs to the furthest step that is known, and the step after it. What was passed over is not
    /// asked for: it may still be recorded, but nobody waits for it.
    /// </summary>
    public static IReadOnlyList<string> Next(IReadOnlyCollection<string> standing)
    {
        var furthest = Array.FindLastIndex(Steps, step => step.Any(standing.Contains));
        return
        [
            .. furthest < 0 ? [] : Steps[furthest].Where(code => !standing.Contains(code)),
            .. furthest + 1 < Steps.Length ? Steps[furthest + 1] : [],
        ];
    }

    /// <summary>Whether it happens where the flight starts.</summary>
    public static bool IsOfOrigin(string code) => code is "rcs" or "dep";
}
