namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>The way in which cartons are counted.</summary>
public enum CountWay
{
    /// <summary>One by one.</summary>
    Cartons,

    /// <summary>From a first to a last code.</summary>
    Range,

    /// <summary>A number of identical cartons.</summary>
    Quantity,
}
