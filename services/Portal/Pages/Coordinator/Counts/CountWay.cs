namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>How cartons are entered.</summary>
public enum CountWay
{
    /// <summary>One by one.</summary>
    Cartons,

    /// <summary>From a first to a last code.</summary>
    Range,

    /// <summary>A number of like cartons.</summary>
    Quantity,
}
