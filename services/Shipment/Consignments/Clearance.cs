namespace Logistics.Shipment.Consignments;

/// <summary>How far customs are with a consignment.</summary>
public sealed record Clearance
{
    /// <summary>Characters in the number of a declaration, permit or exemption.</summary>
    public const int MaxNumber = 60;

    /// <summary>Number of the import declaration, once it was made.</summary>
    public string? Entry { get; init; }

    /// <summary>When it was made, as far as is known.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    public string? DutyExemption { get; init; }

    /// <summary>Number of the import permit, once it was given.</summary>
    public string? Permit { get; init; }

    /// <summary>When it was given, or the last hold after it lifted.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Why customs keep it; null while they do not.</summary>
    public string? HoldReason { get; init; }

    public bool Released => Permit is not null && HoldReason is null;
}
