namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>A flight of a consignment: expected against actual, each time by the clock of its place.</summary>
public sealed record Flight
{
    public required string AirWaybill { get; init; }

    public required string Number { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset DepartsAt { get; init; }

    public DateTimeOffset? DepartedAt { get; init; }

    public required DateTimeOffset ArrivesAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>packed, in-air or at-airport.</summary>
    public required string Stage { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    /// <summary>Also without the milestone of the arrival, where a later one is known.</summary>
    public bool HasArrived => Stage == "at-airport";

    public bool HasLeft => Stage != "packed";
}
