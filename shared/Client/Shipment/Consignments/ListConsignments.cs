using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

public enum ConsignmentState
{
    /// <summary>No flight has departed.</summary>
    Booked,

    /// <summary>Some flight has departed, and not all have arrived.</summary>
    InAir,

    /// <summary>All flights have arrived.</summary>
    AtAirport,

    /// <summary>After the final count, nothing is left to bring to the hub.</summary>
    Delivered,
}

public enum CustomsState
{
    None,

    /// <summary>Declared.</summary>
    Entered,

    Held,

    Released,
}

/// <summary>Which consignments; a filter that is null lets all through. The key is the air waybill.</summary>
public sealed record ListConsignmentsQuery : PagedQuery
{
    public ConsignmentState? State { get; init; }

    /// <summary>Leaves out what is delivered.</summary>
    public bool Open { get; init; }
}

/// <summary>A consignment in the list of all.</summary>
public sealed record ConsignmentRow
{
    public required AirWaybill AirWaybill { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required ConsignmentState State { get; init; }

    public required CustomsState Customs { get; init; }

    /// <summary>Cartons that any session has counted, confirmed or not.</summary>
    public required int CountedCartons { get; init; }

    /// <summary>Cartons counted good that are at the hub or still at the airport, and those found or passed later.</summary>
    public required int GoodCartons { get; init; }

    /// <summary>Cartons that are at the hub.</summary>
    public required int DeliveredCartons { get; init; }

    public IReadOnlyList<FlightDetails> Flights { get; init; } = [];
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<ListConsignmentsQuery, IReadOnlyList<ConsignmentRow>> ListConsignments = new(Service, "/consignments");
}

public sealed partial class ShipmentClient
{
    /// <summary>Lists a page of the consignments, with the flights of each.</summary>
    public Task<Reply<IReadOnlyList<ConsignmentRow>>> ListConsignments(ListConsignmentsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.ListConsignments, ShipmentRoutes.ListConsignments.At(), query, cancel);

    /// <summary>Lists all consignments of a query, whatever its page.</summary>
    public Task<Reply<IReadOnlyList<ConsignmentRow>>> ListAllConsignments(ListConsignmentsQuery query, CancellationToken cancel = default) =>
        Calls.AskAll(ShipmentRoutes.ListConsignments, ShipmentRoutes.ListConsignments.At(), query, row => row.AirWaybill.Value, cancel);
}
