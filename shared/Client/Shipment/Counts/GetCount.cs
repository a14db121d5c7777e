using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;

namespace Logistics.Client.Shipment;

/// <summary>Which entries of a session.</summary>
public sealed record GetCountQuery
{
    /// <summary>Number of the last entry seen; starts at the newest if null.</summary>
    public int? Before { get; init; }

    /// <summary>Entries of the page, 1 to 1,000; 100 if null.</summary>
    public int? Limit { get; init; }
}

/// <summary>A session of counting while it goes on.</summary>
public sealed record CountDetails
{
    public required AirWaybill AirWaybill { get; init; }

    public required int Session { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Goods received note; null until a second person has confirmed.</summary>
    public DocumentNumber? Note { get; init; }

    public required bool Final { get; init; }

    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Accounts that had a hand in it and so may not confirm it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Totals of this session.</summary>
    public IReadOnlyList<ConditionTotal> Totals { get; init; } = [];

    /// <summary>Cartons of the consignment that no session has counted.</summary>
    public required int UncountedCartons { get; init; }

    /// <summary>Pieces in them.</summary>
    public required long UncountedPieces { get; init; }

    /// <summary>The whole consignment, by all sessions.</summary>
    public IReadOnlyList<CountLine> Lines { get; init; } = [];

    /// <summary>A page of the entries, newest first.</summary>
    public IReadOnlyList<CountEntryRow> Entries { get; init; } = [];
}

/// <summary>Cartons of a line on a flight. A carton of several lines is in each of them.</summary>
public sealed record CountLine
{
    public required string Flight { get; init; }

    public required DonationNumber Donation { get; init; }

    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required int Good { get; init; }

    public required int Damaged { get; init; }

    public required int Missing { get; init; }

    public required int Uncounted { get; init; }
}

/// <summary>What was entered at once.</summary>
public sealed record CountEntryRow
{
    /// <summary>Number within the session, which can undo it.</summary>
    public required int Entry { get; init; }

    public required Condition Condition { get; init; }

    public string? Reason { get; init; }

    public required int Cartons { get; init; }

    public required string FirstCarton { get; init; }

    public required string LastCarton { get; init; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<GetCountQuery, CountDetails> GetCount = new(Service, "/consignments/{airWaybill}/counts/{session:int}");
}

public sealed partial class ShipmentClient
{
    /// <summary>Tells how far a session of counting is.</summary>
    public Task<Reply<CountDetails>> GetCount(AirWaybill airWaybill, int session, GetCountQuery query, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.GetCount, ShipmentRoutes.GetCount.At(airWaybill, session), query, cancel);
}
