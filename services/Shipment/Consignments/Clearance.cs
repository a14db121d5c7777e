namespace Logistics.Shipment.Consignments;

/// <summary>The state of a consignment's customs clearance.</summary>
public sealed record Clearance
{
    /// <summary>Maximum length of the number of a declaration, permit or exemption in characters.</summary>
    public const int MaxNumber = 60;

    /// <summary>Gets the number of the import declaration, or null before it.</summary>
    public string? Entry { get; init; }

    /// <summary>Gets the time of the declaration, if known.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    public string? DutyExemption { get; init; }

    /// <summary>Gets the number of the import permit, or null before it.</summary>
    public string? Permit { get; init; }

    /// <summary>Gets when the permit was issued or the last hold after it was lifted.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Gets why customs holds the consignment; null if it does not.</summary>
    public string? HoldReason { get; init; }

    public bool Released => Permit is not null && HoldReason is null;
}
