namespace Logistics.Client.Intake;

/// <summary>How far a carton has come at the foundation.</summary>
public enum PackingState
{
    /// <summary>Waits for the release.</summary>
    Packed,

    /// <summary>May fly.</summary>
    Released,
}
