using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>What a count can find wrong.</summary>
public enum CountDiscrepancyKind
{
    Shortage,
    Damage,

    /// <summary>Cartons that nobody announced.</summary>
    Overage,
}

public enum CountDiscrepancyState
{
    /// <summary>Some of its pieces are still missing or damaged.</summary>
    Open,

    /// <summary>All of its pieces were found, inspected again or written off.</summary>
    Settled,

    /// <summary>An overage: it is in no balance and needs no settlement.</summary>
    Noted,
}

/// <summary>Which discrepancies; a filter that is null lets all through. The key is the number.</summary>
public sealed record ListCountDiscrepanciesQuery : PagedQuery
{
    public CountDiscrepancyState? State { get; init; }

    public CountDiscrepancyKind? Kind { get; init; }

    public AirWaybill? AirWaybill { get; init; }
}

/// <summary>A discrepancy that a confirmed count found.</summary>
public sealed record CountDiscrepancyRow
{
    public required DocumentNumber Number { get; init; }

    public required AirWaybill AirWaybill { get; init; }

    /// <summary>Goods received note of the count.</summary>
    public required DocumentNumber Note { get; init; }

    public required CountDiscrepancyKind Kind { get; init; }

    public required CountDiscrepancyState State { get; init; }

    public required int Cartons { get; init; }

    public string? Reason { get; init; }

    /// <summary>0 for an overage.</summary>
    public required long Pieces { get; init; }

    /// <summary>Pieces that are still missing or damaged: neither found, nor inspected again, nor written off.</summary>
    public required long OpenPieces { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<ListCountDiscrepanciesQuery, IReadOnlyList<CountDiscrepancyRow>> ListDiscrepancies = new(Service, "/discrepancies");
}

public sealed partial class ShipmentClient
{
    /// <summary>Lists what confirmed counts found wrong in all consignments, by number.</summary>
    public Task<Reply<IReadOnlyList<CountDiscrepancyRow>>> ListDiscrepancies(ListCountDiscrepanciesQuery query, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.ListDiscrepancies, ShipmentRoutes.ListDiscrepancies.At(), query, cancel);
}
