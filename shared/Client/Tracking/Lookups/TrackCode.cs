using System.Text.Json.Nodes;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Tracking;

/// <summary>What can be tracked by a code of its own.</summary>
public enum SubjectKind
{
    Donation,
    Consignment,
    Flight,
    Carton,
    Parcel,
}

/// <summary>How far a donation or a carton is.</summary>
public enum TrackedState
{
    Open,
    Cancelled,
    Closed,

    /// <summary>The carton was sent to a recipient whom the caller may not know.</summary>
    Sent,

    /// <summary>That recipient has confirmed it.</summary>
    Confirmed,
}

/// <summary>All that the caller may know of one donation, consignment, carton or parcel; or the things that share the code.</summary>
/// <param name="Kind">Null if several things share the code.</param>
/// <param name="Code">The code as it is stored, or as it was asked if several things share it.</param>
/// <param name="Matches">The things that share the code; null if it is one thing, and then the other members are present.</param>
/// <param name="Facts">What it is.</param>
/// <param name="Links">What it belongs to and what belongs to it.</param>
/// <param name="Settled">False while an event of another log has not arrived yet.</param>
/// <param name="Unsettled">Accounts that are below zero for that reason; null if there are none.</param>
/// <param name="Balance">Where its pieces are.</param>
/// <param name="Timeline">What happened to it, in the order of the field.</param>
public sealed record TrackCodeAnswer(
    SubjectKind? Kind,
    string Code,
    IReadOnlyList<SubjectMatch>? Matches,
    TrackedFacts? Facts,
    IReadOnlyList<SubjectLink>? Links,
    bool? Settled,
    IReadOnlyList<string>? Unsettled,
    IReadOnlyList<GoodsBalance>? Balance,
    IReadOnlyList<TimelineItem>? Timeline);

/// <summary>One of the things that share a code.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code as it is stored.</param>
/// <param name="Donation">Donation of a carton; null for other things.</param>
public sealed record SubjectMatch(SubjectKind Kind, string Code, string? Donation);

/// <summary>A thing by its code.</summary>
public sealed record SubjectLink(SubjectKind Kind, string Code);

/// <summary>What a thing is. Members that do not apply or are not known are null.</summary>
public sealed record TrackedFacts
{
    public string? Donor { get; init; }

    public DateOnly? PledgedOn { get; init; }

    public string? Recipient { get; init; }

    public string? Carrier { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }

    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The code that the sender wrote on the carton.</summary>
    public string? SenderCode { get; init; }

    /// <summary>Number of the carton's flight.</summary>
    public string? Flight { get; init; }

    public int? Cartons { get; init; }

    public long? Pieces { get; init; }

    public bool? Delivered { get; init; }

    /// <summary>Flights of a consignment, by departure.</summary>
    public IReadOnlyList<TrackedFlight>? Flights { get; init; }

    public TrackedState? State { get; init; }
}

/// <summary>A flight of a consignment.</summary>
public sealed record TrackedFlight
{
    public required string Number { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset DepartsAt { get; init; }

    public required DateTimeOffset ArrivesAt { get; init; }

    /// <summary>Where its cartons are by its milestones: packed, in-air or at-airport.</summary>
    public required string Account { get; init; }
}

/// <summary>Pieces of a donation line, by account; by lot too, if lots are told.</summary>
/// <param name="Donation">The donation.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Product">Product of the line.</param>
/// <param name="Lot">Null if all lots are summed.</param>
/// <param name="Parcel">The parcel whose pieces these are, for a carton that travels in it.</param>
/// <param name="Pieces">Pieces by the documents: pledged, booked, dispatched or packed.</param>
/// <param name="Accounts">As in <see cref="LineBalance.Accounts"/>.</param>
public sealed record GoodsBalance(
    DonationNumber Donation, int Line, ProductCode Product, string? Lot, string? Parcel, long Pieces, IReadOnlyDictionary<string, long> Accounts);

/// <summary>Something that happened.</summary>
/// <param name="At">When it happened, with the offset of the place; when it was recorded, if nothing else is known.</param>
/// <param name="RecordedAt">When its service recorded it.</param>
/// <param name="Source">That service.</param>
/// <param name="Seq">Its sequence number there; the first, if the item stands for several events.</param>
/// <param name="Type">Name of the event without its service and version, for example <c>milestone-recorded</c>.</param>
/// <param name="Facts">What its text names.</param>
/// <param name="Pieces">Pieces of what is tracked; null if the event tells none.</param>
/// <param name="Document">Number of the document behind it; null if it has none.</param>
public sealed record TimelineItem(
    DateTimeOffset At, DateTimeOffset RecordedAt, string Source, long Seq, string Type, JsonObject Facts, long? Pieces, string? Document);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<NoQuery, TrackCodeAnswer> TrackCode = new(Service, "/track/{**code}");
}

public sealed partial class TrackingClient
{
    /// <summary>
    /// Looks a donation, consignment, carton or parcel up by any of its codes, in any spelling. Parcels are found by callers who may see what their
    /// recipient gets. Problems: <c>not-found</c>; a wrong check digit, with the one expected.
    /// </summary>
    public Task<Reply<TrackCodeAnswer>> TrackCode(string code, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.TrackCode, TrackingRoutes.TrackCode.At(code), new NoQuery(), cancel);
}
