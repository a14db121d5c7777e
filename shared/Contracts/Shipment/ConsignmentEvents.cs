using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Shipment;

/// <summary>A flight of a consignment.</summary>
/// <param name="Number">For example <c>CA929</c>, unique within the consignment.</param>
/// <param name="From">IATA code of the airport, for example <c>PVG</c>.</param>
/// <param name="To">IATA code of the airport, for example <c>NRT</c>.</param>
/// <param name="DepartsAt">Scheduled departure, with the local offset.</param>
/// <param name="ArrivesAt">Scheduled arrival, with the local offset.</param>
public sealed record Flight(string Number, string From, string To, DateTimeOffset DepartsAt, DateTimeOffset ArrivesAt);

/// <summary>An air consignment was booked. Its cartons follow as <see cref="CartonsBooked"/>.</summary>
/// <param name="AirWaybill">Its air waybill.</param>
/// <param name="Donations">The donations whose cartons it carries.</param>
/// <param name="Flights">One or more.</param>
/// <param name="Cartons">Cartons on all flights.</param>
/// <param name="Pieces">Pieces in them.</param>
[EventName("shipment.consignment-booked.v1")]
public sealed record ConsignmentBooked(
    AirWaybill AirWaybill,
    IReadOnlyList<DonationNumber> Donations,
    IReadOnlyList<Flight> Flights,
    int Cartons,
    long Pieces);

/// <summary>Cartons on one flight of a consignment, at most <see cref="Carton.MaxPerEvent"/>.</summary>
[EventName("shipment.cartons-booked.v1")]
public sealed record CartonsBooked(AirWaybill AirWaybill, string Flight, IReadOnlyList<Carton> Cartons);

/// <summary>A flight reached a milestone. Milestones may be recorded in any order and repeatedly.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Flight">The flight.</param>
/// <param name="Milestone">Number of the milestone within the consignment, from 1, used to withdraw it.</param>
/// <param name="Code">The status code.</param>
/// <param name="Place">IATA code of the airport.</param>
/// <param name="At">Time, with the local offset.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Movements">Resulting movements; empty if the flight was already known to be that far.</param>
[EventName("shipment.milestone-recorded.v1")]
public sealed record MilestoneRecorded(
    AirWaybill AirWaybill,
    string Flight,
    int Milestone,
    MilestoneCode Code,
    string Place,
    DateTimeOffset At,
    string? Note,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>A milestone was withdrawn as a mistake. Its movements are undone.</summary>
[EventName("shipment.milestone-withdrawn.v1")]
public sealed record MilestoneWithdrawn(
    AirWaybill AirWaybill,
    string Flight,
    int Milestone,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The consignment was declared to customs.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Entry">Number of the import declaration.</param>
/// <param name="DutyExemption">Number of the duty-exemption document, or null.</param>
/// <param name="At">Time, with the local offset.</param>
[EventName("shipment.customs-entered.v1")]
public sealed record CustomsEntered(AirWaybill AirWaybill, string Entry, string? DutyExemption, DateTimeOffset At);

/// <summary>Customs held the consignment.</summary>
[EventName("shipment.customs-held.v1")]
public sealed record CustomsHeld(AirWaybill AirWaybill, string Reason, DateTimeOffset At);

/// <summary>Customs released the consignment.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Permit">Number of the import permit.</param>
/// <param name="At">Time, with the local offset.</param>
/// <param name="UseRestrictedUntil">If duty was waived, the last day on which the goods may serve only their declared use, two years from the permit.</param>
[EventName("shipment.customs-released.v1")]
public sealed record CustomsReleased(AirWaybill AirWaybill, string Permit, DateTimeOffset At, DateOnly? UseRestrictedUntil);

public enum Condition
{
    Good,
    Damaged,
    Missing,

    /// <summary>Found although not announced.</summary>
    Over,
}

/// <summary>A counting session began.</summary>
[EventName("shipment.count-opened.v1")]
public sealed record CountOpened(AirWaybill AirWaybill, int Session);

/// <summary>Up to 2,000 cartons were counted.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">Session within the consignment, from 1.</param>
/// <param name="Condition">The condition found.</param>
/// <param name="Reason">Required unless the condition is good.</param>
/// <param name="Cartons">The cartons.</param>
/// <param name="Entry">Number of the entry within the session, from 1; one entry may take several events. Null in events before 2026-11-22.</param>
[EventName("shipment.cartons-counted.v1")]
public sealed record CartonsCounted(
    AirWaybill AirWaybill,
    int Session,
    Condition Condition,
    string? Reason,
    IReadOnlyList<CartonId> Cartons,
    int? Entry = null)
{
    public const int MaxCartons = 2_000;
}

/// <summary>Cartons were found that had not been announced. They are in no balance until their donor pledges them.</summary>
[EventName("shipment.overage-counted.v1")]
public sealed record OverageCounted(AirWaybill AirWaybill, int Session, string Reason, IReadOnlyList<string> Cartons, int? Entry = null);

/// <summary>An unconfirmed entry of a count was undone, so its findings no longer apply. May take several events.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">The session.</param>
/// <param name="Entry">Number of the entry within it.</param>
/// <param name="Uncounted">Cartons that are no longer counted in any session.</param>
/// <param name="Restored">Cartons whose previous finding applies again.</param>
/// <param name="Overages">Unannounced cartons that are no longer counted.</param>
[EventName("shipment.count-entry-undone.v1")]
public sealed record CountEntryUndone(
    AirWaybill AirWaybill,
    int Session,
    int Entry,
    IReadOnlyList<CartonId> Uncounted,
    IReadOnlyList<CountRestored> Restored,
    IReadOnlyList<string> Overages)
{
    /// <summary>Maximum number of cartons of all three kinds together.</summary>
    public const int MaxCartons = 250;
}

/// <summary>An earlier finding that applies again.</summary>
/// <param name="Seq">Sequence number in this log of the <see cref="CartonsCounted"/> that applies again.</param>
/// <param name="Session">Its session, which may be another one.</param>
/// <param name="Condition">Its condition.</param>
/// <param name="Cartons">The cartons.</param>
public sealed record CountRestored(long Seq, int Session, Condition Condition, IReadOnlyList<CartonId> Cartons);

/// <summary>A second person confirmed a counting session, which issues the goods received note.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">The session.</param>
/// <param name="Note">Number of the goods received note, <c>GRN-2020-0001</c>.</param>
/// <param name="Final">Whether no further cartons are expected, so that uncounted ones are missing.</param>
/// <param name="GoodCartons">Cartons found good.</param>
/// <param name="GoodPieces">Pieces in them; they stay at the airport until they are delivered.</param>
/// <param name="Discrepancies">One for each condition and reason; a line with no arrivals has its own.</param>
/// <param name="Movements">From at-airport to damaged and missing.</param>
[EventName("shipment.count-confirmed.v1")]
public sealed record CountConfirmed(
    AirWaybill AirWaybill,
    int Session,
    DocumentNumber Note,
    bool Final,
    int GoodCartons,
    long GoodPieces,
    IReadOnlyList<Discrepancy> Discrepancies,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Missing cartons were found.</summary>
/// <param name="Movements">From missing to hub.</param>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Cartons">At most <see cref="Carton.MaxPerEvent"/>.</param>
/// <param name="Reason">Where and how they were found.</param>
/// <param name="At">Time, with the local offset.</param>
[EventName("shipment.cartons-found.v1")]
public sealed record CartonsFound(
    AirWaybill AirWaybill,
    IReadOnlyList<Carton> Cartons,
    string Reason,
    DateTimeOffset At,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Damaged cartons were inspected again.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Passed">Cartons that proved good; at most <see cref="Carton.MaxPerEvent"/> together with the destroyed ones.</param>
/// <param name="Destroyed">Cartons that were destroyed.</param>
/// <param name="Reason">The findings.</param>
/// <param name="At">Time, with the local offset.</param>
/// <param name="Movements">From damaged to hub and destroyed.</param>
[EventName("shipment.cartons-reinspected.v1")]
public sealed record CartonsReinspected(
    AirWaybill AirWaybill,
    IReadOnlyList<Carton> Passed,
    IReadOnlyList<Carton> Destroyed,
    string Reason,
    DateTimeOffset At,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The search for missing cartons ended.</summary>
[EventName("shipment.loss-accepted.v1")]
public sealed record LossAccepted(
    AirWaybill AirWaybill,
    IReadOnlyList<CartonId> Cartons,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The good cartons of a consignment reached the hub. They follow as <see cref="CartonsDelivered"/>.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Hub">Name of the warehouse.</param>
/// <param name="At">Time, with the local offset.</param>
/// <param name="Cartons">Number of cartons delivered.</param>
/// <param name="Pieces">Pieces in them.</param>
[EventName("shipment.consignment-delivered.v1")]
public sealed record ConsignmentDelivered(AirWaybill AirWaybill, string Hub, DateTimeOffset At, int Cartons, long Pieces);

/// <summary>Cartons that reached the hub, at most <see cref="Carton.MaxPerEvent"/>.</summary>
[EventName("shipment.cartons-delivered.v1")]
public sealed record CartonsDelivered(
    AirWaybill AirWaybill,
    DateTimeOffset At,
    IReadOnlyList<Carton> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces;
