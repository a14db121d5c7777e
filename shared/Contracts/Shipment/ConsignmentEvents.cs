using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Shipment;

/// <summary>One flight of a consignment.</summary>
/// <param name="Number">For example <c>CA929</c>, once per consignment.</param>
/// <param name="From">IATA code of the airport, for example <c>PVG</c>.</param>
/// <param name="To">IATA code of the airport, for example <c>NRT</c>.</param>
/// <param name="DepartsAt">Expected, with the offset of the place of departure.</param>
/// <param name="ArrivesAt">Expected, with the offset of the place of arrival.</param>
public sealed record Flight(string Number, string From, string To, DateTimeOffset DepartsAt, DateTimeOffset ArrivesAt);

/// <summary>An air consignment was booked. Its cartons follow as <see cref="CartonsBooked"/>.</summary>
/// <param name="AirWaybill">The one air waybill.</param>
/// <param name="Donations">The gifts whose cartons fly in it.</param>
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

/// <summary>Cartons on one flight of a consignment, at most <see cref="Carton.MostPerEvent"/>.</summary>
[EventName("shipment.cartons-booked.v1")]
public sealed record CartonsBooked(AirWaybill AirWaybill, string Flight, IReadOnlyList<Carton> Cartons);

/// <summary>A flight passed a point of its journey. Milestones come in any order and may be repeated.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Flight">The flight.</param>
/// <param name="Milestone">Number of the milestone within the consignment, from 1, by which it is withdrawn.</param>
/// <param name="Code">What happened.</param>
/// <param name="Place">IATA code of the airport.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="Note">In words, if anything.</param>
/// <param name="Movements">What moved by it: nothing where the flight was known to be as far.</param>
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

/// <summary>A milestone had been recorded by mistake. What it moved moves back.</summary>
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
/// <param name="DutyExemption">Number of the duty-exemption paper, if there is one.</param>
/// <param name="At">When, with the offset of the place.</param>
[EventName("shipment.customs-entered.v1")]
public sealed record CustomsEntered(AirWaybill AirWaybill, string Entry, string? DutyExemption, DateTimeOffset At);

/// <summary>Customs keeps the consignment.</summary>
[EventName("shipment.customs-held.v1")]
public sealed record CustomsHeld(AirWaybill AirWaybill, string Reason, DateTimeOffset At);

/// <summary>Customs lets the consignment go.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Permit">Number of the import permit.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="UseRestrictedUntil">Where duty was waived: the last day on which the goods serve nothing but their declared use, two years from the permit.</param>
[EventName("shipment.customs-released.v1")]
public sealed record CustomsReleased(AirWaybill AirWaybill, string Permit, DateTimeOffset At, DateOnly? UseRestrictedUntil);

public enum Condition
{
    Good,
    Damaged,
    Missing,

    /// <summary>Found, but not announced.</summary>
    Over,
}

/// <summary>A session of counting began.</summary>
[EventName("shipment.count-opened.v1")]
public sealed record CountOpened(AirWaybill AirWaybill, int Session);

/// <summary>Cartons were counted, at most 2,000 in one event.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">Session within the consignment, from 1.</param>
/// <param name="Condition">As found.</param>
/// <param name="Reason">Required for everything but good.</param>
/// <param name="Cartons">The cartons.</param>
/// <param name="Entry">What was entered at once, within the session, from 1: one entry can take several events. Null in events of before 2026-11-22.</param>
[EventName("shipment.cartons-counted.v1")]
public sealed record CartonsCounted(
    AirWaybill AirWaybill,
    int Session,
    Condition Condition,
    string? Reason,
    IReadOnlyList<CartonId> Cartons,
    int? Entry = null)
{
    public const int MostCartons = 2_000;
}

/// <summary>Cartons turned up that nobody announced. They are not in any balance until their donor pledges them.</summary>
[EventName("shipment.overage-counted.v1")]
public sealed record OverageCounted(AirWaybill AirWaybill, int Session, string Reason, IReadOnlyList<string> Cartons, int? Entry = null);

/// <summary>An entry of a count that nobody confirmed is taken back; what it said of a carton no longer counts. It can take several events.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">The session.</param>
/// <param name="Entry">Number of the entry within it.</param>
/// <param name="Uncounted">Cartons that no session has counted now.</param>
/// <param name="Restored">Cartons that are counted again as they were before the entry.</param>
/// <param name="Overages">Cartons that nobody announced and that are now not counted either.</param>
[EventName("shipment.count-entry-undone.v1")]
public sealed record CountEntryUndone(
    AirWaybill AirWaybill,
    int Session,
    int Entry,
    IReadOnlyList<CartonId> Uncounted,
    IReadOnlyList<CountRestored> Restored,
    IReadOnlyList<string> Overages)
{
    /// <summary>Cartons of all three kinds together.</summary>
    public const int MostCartons = 250;
}

/// <summary>What was counted before, and stands again.</summary>
/// <param name="Seq">Place in this log of the <see cref="CartonsCounted"/> that stands again.</param>
/// <param name="Session">Its session, which may be another one.</param>
/// <param name="Condition">Its condition.</param>
/// <param name="Cartons">The cartons.</param>
public sealed record CountRestored(long Seq, int Session, Condition Condition, IReadOnlyList<CartonId> Cartons);

/// <summary>A second person confirmed a session of counting: the goods received note.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Session">The session.</param>
/// <param name="Note">Number of the goods received note, <c>GRN-2020-0001</c>.</param>
/// <param name="Final">Whether nothing more is expected: what was never counted is missing.</param>
/// <param name="GoodCartons">Cartons found good.</param>
/// <param name="GoodPieces">Pieces in them; they stay at the airport until they are delivered.</param>
/// <param name="Discrepancies">One for each condition and reason; a line of which nothing came has one of its own.</param>
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

/// <summary>Missing cartons turned up.</summary>
/// <param name="Movements">From missing to hub.</param>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Cartons">At most <see cref="Carton.MostPerEvent"/>.</param>
/// <param name="Reason">Where and how.</param>
/// <param name="At">When, with the offset of the place.</param>
[EventName("shipment.cartons-found.v1")]
public sealed record CartonsFound(
    AirWaybill AirWaybill,
    IReadOnlyList<Carton> Cartons,
    string Reason,
    DateTimeOffset At,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Damaged cartons were looked at again.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Passed">Good after all, at most <see cref="Carton.MostPerEvent"/> together with the destroyed.</param>
/// <param name="Destroyed">Beyond use.</param>
/// <param name="Reason">What was found.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="Movements">From damaged to hub and destroyed.</param>
[EventName("shipment.cartons-reinspected.v1")]
public sealed record CartonsReinspected(
    AirWaybill AirWaybill,
    IReadOnlyList<Carton> Passed,
    IReadOnlyList<Carton> Destroyed,
    string Reason,
    DateTimeOffset At,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>Missing cartons are no longer looked for.</summary>
[EventName("shipment.loss-accepted.v1")]
public sealed record LossAccepted(
    AirWaybill AirWaybill,
    IReadOnlyList<CartonId> Cartons,
    string Reason,
    IReadOnlyList<Movement> Movements) : IMovesPieces;

/// <summary>The good cartons of a consignment reached the hub. They follow as <see cref="CartonsDelivered"/>.</summary>
/// <param name="AirWaybill">The consignment.</param>
/// <param name="Hub">Name of the warehouse.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="Cartons">Cartons delivered by this.</param>
/// <param name="Pieces">Pieces in them.</param>
[EventName("shipment.consignment-delivered.v1")]
public sealed record ConsignmentDelivered(AirWaybill AirWaybill, string Hub, DateTimeOffset At, int Cartons, long Pieces);

/// <summary>Cartons that reached the hub, at most <see cref="Carton.MostPerEvent"/>.</summary>
[EventName("shipment.cartons-delivered.v1")]
public sealed record CartonsDelivered(
    AirWaybill AirWaybill,
    DateTimeOffset At,
    IReadOnlyList<Carton> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces;
