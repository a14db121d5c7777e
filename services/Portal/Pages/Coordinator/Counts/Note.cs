namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>What a count found wrong.</summary>
public sealed record CountDiscrepancy
{
    public required string Number { get; init; }

    public required string AirWaybill { get; init; }

    public required string Note { get; init; }

    /// <summary>shortage, damage or overage.</summary>
    public required string Kind { get; init; }

    /// <summary>open, settled or noted; blank in a note.</summary>
    public string State { get; init; } = "";

    public required int Cartons { get; init; }

    public string? Reason { get; init; }

    /// <summary>0 for cartons that nobody announced.</summary>
    public required long Pieces { get; init; }

    /// <summary>Still missing or damaged.</summary>
    public required long OpenPieces { get; init; }
}
