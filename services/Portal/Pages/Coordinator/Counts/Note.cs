using System.Text.Json.Serialization;
using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>A goods received note with what it found wrong.</summary>
public sealed record Note
{
    [JsonPropertyName("note")]
    public required string Number { get; init; }

    public required int Session { get; init; }

    public required bool Final { get; init; }

    public required int GoodCartons { get; init; }

    public required long GoodPieces { get; init; }

    public required string OpenedBy { get; init; }

    public required string ConfirmedBy { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }

    public IReadOnlyList<CountDiscrepancy> Discrepancies { get; init; } = [];

    /// <summary>All notes of a consignment.</summary>
    public static Task<Reply<List<Note>>> Of(Services services, string airWaybill, CancellationToken cancel) =>
        services.Get<List<Note>>("shipment", $"{Consignment.PathOf(airWaybill)}/notes", cancel);
}

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
