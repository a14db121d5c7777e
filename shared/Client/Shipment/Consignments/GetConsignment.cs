using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Shipment;

/// <summary>A consignment with its flights, milestones, customs, counts, deliveries and where its cartons are.</summary>
public sealed record ConsignmentDetails
{
    public required AirWaybill AirWaybill { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required ConsignmentState State { get; init; }

    public IReadOnlyList<DonationNumber> Donations { get; init; } = [];

    /// <summary>One or more, in the order of booking.</summary>
    public IReadOnlyList<FlightDetails> Flights { get; init; } = [];

    /// <summary>By number, with those that were withdrawn.</summary>
    public IReadOnlyList<MilestoneDetails> Milestones { get; init; } = [];

    public CustomsDetails? Customs { get; init; }

    public IReadOnlyList<CountSummary> Counts { get; init; } = [];

    public IReadOnlyList<DeliveryDetails> Deliveries { get; init; } = [];

    public IReadOnlyList<CartonTotal> Totals { get; init; } = [];

    public IReadOnlyList<OverageDetails> Overages { get; init; } = [];
}

/// <summary>A point of a flight's journey that was recorded.</summary>
public sealed record MilestoneDetails
{
    public required int Number { get; init; }

    public required string Flight { get; init; }

    public required MilestoneCode Code { get; init; }

    /// <summary>IATA code of the airport.</summary>
    public required string Place { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>How far customs are; members are null until they are known.</summary>
public sealed record CustomsDetails
{
    /// <summary>Number of the import declaration.</summary>
    public string? Entry { get; init; }

    public string? DutyExemption { get; init; }

    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>Number of the import permit.</summary>
    public string? Permit { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Last day on which goods free of duty serve only their declared use.</summary>
    public DateOnly? UseRestrictedUntil { get; init; }

    /// <summary>Why customs keep the consignment; null while they do not.</summary>
    public string? HoldReason { get; init; }

    public DateTimeOffset? HeldAt { get; init; }
}

/// <summary>A session of counting in its consignment.</summary>
public sealed record CountSummary
{
    public required int Session { get; init; }

    /// <summary>Account that opened it.</summary>
    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Goods received note; null until it is confirmed.</summary>
    public DocumentNumber? Note { get; init; }

    public required bool Final { get; init; }

    /// <summary>Cartons whose last count is in this session.</summary>
    public required int Cartons { get; init; }
}

/// <summary>A delivery to the hub.</summary>
public sealed record DeliveryDetails
{
    /// <summary>Name of the warehouse.</summary>
    public required string Hub { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

/// <summary>Cartons of a consignment in one state.</summary>
public sealed record CartonTotal
{
    public required CartonState State { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

/// <summary>A carton that nobody announced.</summary>
public sealed record OverageDetails
{
    /// <summary>As it was scanned.</summary>
    public required string Carton { get; init; }

    public required int Session { get; init; }

    public required string Reason { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<NoQuery, ConsignmentDetails> GetConsignment = new(Service, "/consignments/{airWaybill}");
}

public sealed partial class ShipmentClient
{
    /// <summary>Tells all about a consignment.</summary>
    public Task<Reply<ConsignmentDetails>> GetConsignment(AirWaybill airWaybill, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.GetConsignment, ShipmentRoutes.GetConsignment.At(airWaybill), new NoQuery(), cancel);
}
