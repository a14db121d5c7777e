using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>A donation as anybody may see it.</summary>
/// <param name="Donor">Name of the donor.</param>
/// <param name="PledgedOn">Day of the pledge.</param>
/// <param name="State">Open, cancelled or closed.</param>
/// <param name="Balance">Where its pieces are.</param>
/// <param name="Journey">How far they have come.</param>
/// <param name="Shares">What each recipient has confirmed, by recipient; a recipient that was allotted nothing is left out.</param>
public sealed record TrackedDonation(
    string Donor, DateOnly PledgedOn, TrackedState State, DonationBalance Balance, DonationJourney Journey, IReadOnlyList<RecipientShare> Shares);

/// <summary>Where the pieces of a donation are on the way from the factory to the hospitals.</summary>
/// <param name="Accounts">Pieces on the way, by name of account.</param>
/// <param name="Asides">Pieces that left the way.</param>
public sealed record DonationJourney(IReadOnlyDictionary<string, long> Accounts, IReadOnlyList<DonationAside> Asides);

/// <summary>Pieces that left the way.</summary>
/// <param name="Account">Missing, damaged, held, destroyed or cancelled.</param>
/// <param name="Source">The service that recorded it, which tells where on the way: intake at the factory, shipment at the airport, distribution at the recipients.</param>
/// <param name="Pieces">More than 0.</param>
public sealed record DonationAside(string Account, string Source, long Pieces);

/// <summary>How much of what was meant for a recipient it has confirmed, over all lines of a donation.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Allotted">Pieces meant for it; more than 0.</param>
/// <param name="Confirmed">Pieces of these that came; at most as many, once all events have arrived.</param>
public sealed record RecipientShare(RecipientCode Recipient, long Allotted, long Confirmed);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<NoQuery, TrackedDonation> GetDonation = new(Service, "/donations/{donation}");
}

public sealed partial class TrackingClient
{
    /// <summary>Shows a donation: its way, its balance and what each recipient has confirmed. Problem: <c>not-found</c>.</summary>
    public Task<Reply<TrackedDonation>> GetDonation(DonationNumber donation, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.GetDonation, TrackingRoutes.GetDonation.At(donation), new NoQuery(), cancel);
}
