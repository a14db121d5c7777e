using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Timelines;

/// <summary>
/// The public content of an event. Contains nothing personal: no actor, no person's name, no institution except for its membership, and no
/// free text.
/// </summary>
/// <param name="Facts">Numbers, codes and switches that its text names.</param>
/// <param name="Subjects">The subjects concerned, each with the pieces involved, or null.</param>
/// <param name="Document">Number of the underlying document, or null.</param>
public sealed record TimelineEntry(IReadOnlyDictionary<string, object> Facts, IReadOnlyList<(Subject Subject, long? Pieces)> Subjects, string? Document = null)
{
    /// <summary>Events that no timeline shows: those that only plan, and those that another event already covers.</summary>
    public static IReadOnlySet<Type> NotShown { get; } = new HashSet<Type>
    {
        typeof(CartonsAnnounced),
        typeof(CartonsReleased),
        typeof(CartonsWithdrawn),
        typeof(CountEntryUndone),
        typeof(StockReceived),
        typeof(WeightsUploaded),
        typeof(PlanDrafted),
        typeof(PlanApproved),
        typeof(PlanPublished),
        typeof(PlanDiscarded),
        typeof(ParcelLoaded),
    };

    /// <returns>Null for an event of <see cref="NotShown"/>.</returns>
    /// <exception cref="ArgumentException">The event is neither shown nor listed as not shown.</exception>
    public static TimelineEntry? Of(object data) => data switch
    {
        DonationRegistered e => new(Say(("pledgedOn", e.PledgedOn)), About(e.Number, e.Lines.Sum(line => line.Pieces))),
        DonationAmended e => new(Say(), About(e.Number, Into(e, "pledged") - OutOf(e, "pledged"))),
        PackingListAttached e => new(Say(("cartons", e.Cartons)), About(e.Number, e.Pieces)),
        CartonsPacked e => new(Say(), About(e.Cartons)),
        DonationReleased e => new(Say(("cartons", e.Cartons)), About(e.Number, e.Pieces)),
        DonationCancelled e => new(Say(), About(e.Number, Into(e, "cancelled"))),
        DonationClosed e => new(Say(), About(e.Number, null)),

        ConsignmentBooked e => new(
            Say(("airWaybill", e.AirWaybill), ("cartons", e.Cartons), ("flights", string.Join(", ", e.Flights.Select(flight => flight.Number)))),
            About(e.AirWaybill, e.Pieces)),
        CartonsBooked e => new(Say(("airWaybill", e.AirWaybill), ("flight", e.Flight)), About(e.Cartons)),
        MilestoneRecorded e => new(
            Say(("flight", e.Flight), ("milestone", e.Milestone), ("code", e.Code.ToString().ToUpperInvariant()), ("place", e.Place)),
            AboutFlight(e.AirWaybill, e.Flight)),
        MilestoneWithdrawn e => new(Say(("flight", e.Flight), ("milestone", e.Milestone)), AboutFlight(e.AirWaybill, e.Flight)),
        CustomsEntered e => new(Say(), About(e.AirWaybill, null), e.Entry),
        CustomsHeld e => new(Say(), About(e.AirWaybill, null)),
        CustomsReleased e => new(
            e.UseRestrictedUntil is { } until ? Say(("useRestrictedUntil", until)) : Say(), About(e.AirWaybill, null), e.Permit),
        CountOpened e => new(Say(("session", e.Session)), About(e.AirWaybill, null)),
        // Its cartons are added when the count is confirmed.
        CartonsCounted e => new(Say(("session", e.Session), ("condition", e.Condition.ToString().ToLowerInvariant())), []),
        OverageCounted e => new(Say(("session", e.Session), ("cartons", e.Cartons.Count)), About(e.AirWaybill, null)),
        CountConfirmed e => new(
            Say(
                ("session", e.Session),
                ("final", e.Final),
                ("cartons", e.GoodCartons),
                ("damaged", Into(e, "damaged")),
                ("missing", Into(e, "missing"))),
            About(e.AirWaybill, e.GoodPieces),
            e.Note.Value),
        CartonsFound e => new(Say(("cartons", e.Cartons.Count)), [.. About(e.AirWaybill, Sum(e.Cartons)), .. About(e.Cartons)]),
        CartonsReinspected e => new(
            Say(("passed", e.Passed.Count), ("destroyed", e.Destroyed.Count)),
            [.. About(e.AirWaybill, Sum(e.Passed) + Sum(e.Destroyed)), .. About(e.Passed), .. About(e.Destroyed)]),
        LossAccepted e => new(Say(("cartons", e.Cartons.Count)), [.. About(e.AirWaybill, Into(e, "missing")), .. About(e.Cartons)]),
        ConsignmentDelivered e => new(Say(("hub", e.Hub), ("cartons", e.Cartons)), About(e.AirWaybill, e.Pieces)),
        CartonsDelivered e => new(Say(), About(e.Cartons)),

        CartonsReserved e => new(Say(), [.. About(e.Cartons)], e.Plan.Value),
        ParcelDispatched e => new(
            Say(("cartons", e.Cartons), ("carrier", e.Carrier), ("expectedOn", e.ExpectedOn)),
            [.. About(e.Parcel, Into(e, "in-delivery")), .. AboutDonations(e)]),
        ReceiptConfirmed e => new(
            Say(
                ("good", e.Lines.Sum(line => line.Good)),
                ("damaged", e.Lines.Sum(line => line.Damaged)),
                ("missing", e.Lines.Sum(line => line.Missing)),
                ("unfit", e.Lines.Sum(line => line.Unfit))),
            [.. About(e.Parcel, OutOf(e, "in-delivery")), .. AboutDonations(e)],
            e.Receipt.Value),
        ReceiptReversed e => new(Say(), [.. About(e.Parcel, Into(e, "in-delivery")), .. AboutDonations(e)], e.Receipt.Value),
        DiscrepancyResolved e => new(
            Say(("kind", e.Kind.ToString().ToLowerInvariant()), ("resolution", Kebab(e.Resolution))),
            [.. About(e.Parcel, e.Pieces), .. AboutDonations(e)],
            e.Receipt.Value),
        HandedOver e => new(Say(("member", e.Institution.Member)), AboutDonations(e), e.HandOver.Value),
        HandOverReversed e => new(Say(), AboutDonations(e), e.HandOver.Value),
        _ => NotShown.Contains(data.GetType()) ? null : throw new ArgumentException($"{data.GetType().Name} is neither shown on timelines nor listed as not shown.", nameof(data)),
    };

    static Dictionary<string, object> Say(params (string Name, object Value)[] facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    static (Subject, long?)[] About(DonationNumber donation, long? pieces) => [(new Subject(Subject.Donation, donation.Value), pieces)];

    static (Subject, long?)[] About(AirWaybill airWaybill, long? pieces) => [(new Subject(Subject.Consignment, airWaybill.Value), pieces)];

    static (Subject, long?)[] AboutFlight(AirWaybill airWaybill, string flight) =>
        [(new Subject(Subject.Consignment, airWaybill.Value), null), (Subject.OfFlight(airWaybill.Value, flight), null)];

    static (Subject, long?)[] About(ParcelNumber parcel, long? pieces) => [(new Subject(Subject.Parcel, parcel.Value), pieces)];

    static IEnumerable<(Subject, long?)> About(IEnumerable<CartonId> cartons) =>
        cartons.Distinct().Select(id => (new Subject(Subject.Carton, id.Value), (long?)null));

    static (Subject, long?)[] About(IReadOnlyList<Carton> cartons) =>
        [.. cartons.DistinctBy(carton => carton.Id).Select(carton => (new Subject(Subject.Carton, carton.Id.Value), (long?)carton.Goods.Sum(goods => goods.Pieces)))];

    static (Subject, long?)[] AboutDonations(IMovesPieces moved) =>
    [
        .. moved.Movements
            .GroupBy(movement => movement.Goods.Donation, movement => movement.Goods.Pieces)
            .Select(donation => (new Subject(Subject.Donation, donation.Key.Value), (long?)donation.Sum())),
    ];

    static long Sum(IReadOnlyList<Carton> cartons) => cartons.SelectMany(carton => carton.Goods).Sum(goods => goods.Pieces);

    static long Into(IMovesPieces moved, string account) =>
        moved.Movements.Where(movement => movement.To?.Name == account).Sum(movement => movement.Goods.Pieces);

    static long OutOf(IMovesPieces moved, string account) =>
        moved.Movements.Where(movement => movement.From?.Name == account).Sum(movement => movement.Goods.Pieces);

    static string Kebab(Resolution resolution) => resolution switch
    {
        Resolution.Good => "good",
        Resolution.Destroyed => "destroyed",
        Resolution.WrittenOff => "written-off",
    };
}
