using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>A session of counting while it goes on.</summary>
public sealed record CountSession
{
    public required string AirWaybill { get; init; }

    public required int Session { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public string? Note { get; init; }

    public required bool Final { get; init; }

    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Accounts that had a hand in it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<CountTotal> Totals { get; init; } = [];

    public required int UncountedCartons { get; init; }

    public required long UncountedPieces { get; init; }

    /// <summary>The whole consignment, by all sessions.</summary>
    public IReadOnlyList<CountLine> Lines { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CountEntry> Entries { get; init; } = [];

    public string Address => $"/coordinator/consignments/{AirWaybill}/counts/{Session}";

    /// <summary>Where Shipment has it.</summary>
    public static string PathOf(string airWaybill, int session) => $"{Consignment.PathOf(airWaybill)}/counts/{session}";

    public CountTotal? Of(string condition) => Totals.FirstOrDefault(total => total.Condition == condition);
}

public sealed record CountTotal
{
    public required string Condition { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

public sealed record CountLine
{
    public required string Flight { get; init; }

    public required string Donation { get; init; }

    public required int Line { get; init; }

    public required string Product { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required int Good { get; init; }

    public required int Damaged { get; init; }

    public required int Missing { get; init; }

    public required int Uncounted { get; init; }
}

/// <summary>What was entered at once.</summary>
public sealed record CountEntry
{
    public required int Entry { get; init; }

    public required string Condition { get; init; }

    public string? Reason { get; init; }

    public required int Cartons { get; init; }

    public required string FirstCarton { get; init; }

    public required string LastCarton { get; init; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public string? UndoneBy { get; init; }
}
