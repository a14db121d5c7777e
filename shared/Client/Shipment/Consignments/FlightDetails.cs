using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>A flight of a consignment, expected against actual; each time has the offset of its place.</summary>
public sealed record FlightDetails
{
    public required AirWaybill AirWaybill { get; init; }

    public required string Number { get; init; }

    /// <summary>IATA code of the airport.</summary>
    public required string From { get; init; }

    /// <summary>IATA code of the airport.</summary>
    public required string To { get; init; }

    public required DateTimeOffset DepartsAt { get; init; }

    /// <summary>Time of the departure that was recorded last; null before.</summary>
    public DateTimeOffset? DepartedAt { get; init; }

    public required DateTimeOffset ArrivesAt { get; init; }

    /// <summary>Time of the arrival that was recorded last; null before.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Where its cartons are until they are counted: packed, in-air or at-airport.</summary>
    public required LedgerAccount Stage { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}
