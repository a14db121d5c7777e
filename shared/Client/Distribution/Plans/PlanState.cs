namespace Logistics.Client.Distribution;

/// <summary>How far a plan has come.</summary>
public enum PlanState
{
    Draft,
    Approved,
    Published,
    Discarded,
}
