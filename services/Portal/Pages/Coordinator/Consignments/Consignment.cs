using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Upstream;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>A consignment as the pages of the transport show it.</summary>
public sealed record Consignment
{
    public required string AirWaybill { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public IReadOnlyList<string> Donations { get; init; } = [];

    public IReadOnlyList<Flight> Flights { get; init; } = [];

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public Customs? Customs { get; init; }

    public IReadOnlyList<Count> Counts { get; init; } = [];

    public IReadOnlyList<Delivery> Deliveries { get; init; } = [];

    public IReadOnlyList<StateTotal> Totals { get; init; } = [];

    public IReadOnlyList<Overage> Overages { get; init; } = [];

    public string Address => $"/coordinator/consignments/{AirWaybill}";

    /// <summary>Where Shipment has it, by any spelling of its air waybill.</summary>
    public static string PathOf(string airWaybill) => $"/consignments/{Uri.EscapeDataString(airWaybill)}";

    public static Task<Reply<Consignment>> Find(Services services, string airWaybill, CancellationToken cancel) =>
        services.Get<Consignment>("shipment", PathOf(airWaybill), cancel);

    /// <summary>Where it is going: customs, counting and delivery go by the clock of that place.</summary>
    public Flight Last => Flights[^1];

    /// <summary>Whether nothing more can be counted.</summary>
    public bool IsCounted => Counts.Any(count => count.Final);

    /// <summary>Whether nothing is left at the airport or on its way there, so that no milestone is waited for.</summary>
    public bool IsDone => IsCounted && In("booked") is null && In("good") is null;

    public StateTotal? In(string state) => Totals.FirstOrDefault(total => total.State == state);

    /// <summary>An instant by the clock of the place where it is going.</summary>
    public DateTimeOffset AtDestination(DateTimeOffset at) => at.ToOffset(Last.ArrivesAt.Offset);

    public IReadOnlyList<string> NextOf(Flight flight) =>
        Consignments.Milestones.Next([.. Milestones.Where(one => one.Flight == flight.Number && one.Withdrawn is null).Select(one => one.Code)]);
}

public sealed record Milestone
{
    /// <summary>By which it is withdrawn.</summary>
    public required int Number { get; init; }

    public required string Flight { get; init; }

    public required string Code { get; init; }

    public required string Place { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>The reason, where it was taken back.</summary>
    public string? Withdrawn { get; init; }
}

public sealed record Customs
{
    public string? Entry { get; init; }

    public string? DutyExemption { get; init; }

    public DateTimeOffset? EnteredAt { get; init; }

    public string? Permit { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public DateOnly? UseRestrictedUntil { get; init; }

    public string? HoldReason { get; init; }

    public DateTimeOffset? HeldAt { get; init; }
}

public sealed record Count
{
    public required int Session { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The goods received note, once a second person has confirmed.</summary>
    public string? Note { get; init; }

    public required bool Final { get; init; }

    public required int Cartons { get; init; }
}

public sealed record Delivery
{
    public required string Hub { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

/// <summary>Cartons in one state.</summary>
public sealed record StateTotal
{
    public required string State { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

/// <summary>A carton that nobody announced.</summary>
public sealed record Overage
{
    public required string Carton { get; init; }

    public required int Session { get; init; }

    public required string Reason { get; init; }
}
