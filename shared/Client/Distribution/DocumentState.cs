namespace Logistics.Client.Distribution;

/// <summary>Whether a receipt or a hand-over counts.</summary>
public enum DocumentState
{
    Standing,
    Reversed,
}
