using Logistics.Client.Intake;
using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>Which donations.</summary>
public sealed record ListDonationsByDayQuery
{
    /// <summary>Donations in this state; all if null.</summary>
    public DonationState? State { get; init; }

    /// <summary>From 1; a page beyond the last is the last.</summary>
    public int? Page { get; init; }
}

/// <summary>A page of donations, newest first.</summary>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Size">Donations on a page.</param>
/// <param name="Total">Donations on all pages.</param>
/// <param name="Donations">Those of the page.</param>
public sealed record DonationsByDay(int Page, int Size, int Total, IReadOnlyList<DonationOfDay> Donations);

/// <summary>A donation and where its pieces are.</summary>
public sealed record DonationOfDay(DonationNumber Number, string Donor, DateOnly PledgedOn, DonationState State, IReadOnlyList<LineBalance> Lines);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<ListDonationsByDayQuery, DonationsByDay> ListDonations = new(Service, "/donations");
}

public sealed partial class TrackingClient
{
    /// <summary>Lists donations with their balances, newest first.</summary>
    public Task<Reply<DonationsByDay>> ListDonations(ListDonationsByDayQuery query, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.ListDonations, TrackingRoutes.ListDonations.At(), query, cancel);
}
