namespace Logistics.Client.Intake;

/// <summary>How far a donation has come as a whole.</summary>
public enum DonationState
{
    /// <summary>Takes amendments, packing lists and releases.</summary>
    Open,

    /// <summary>Ended before any carton was released.</summary>
    Cancelled,

    /// <summary>Every piece has come to rest.</summary>
    Closed,
}
