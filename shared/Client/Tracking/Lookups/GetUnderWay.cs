using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>The donations that are under way, newest first.</summary>
/// <param name="Newest">At most four, with their figures.</param>
/// <param name="Others">The next, at most 96, by name.</param>
public sealed record UnderWay(IReadOnlyList<TrackedDonation> Newest, IReadOnlyList<NamedDonation> Others);

/// <summary>A donation by name.</summary>
public sealed record NamedDonation
{
    public required DonationNumber Number { get; init; }

    public required string Donor { get; init; }

    public required DateOnly PledgedOn { get; init; }
}

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<NoQuery, UnderWay> GetUnderWay = new(Service, "/under-way");
}

public sealed partial class TrackingClient
{
    /// <summary>Shows the donations that are under way.</summary>
    public Task<Reply<UnderWay>> GetUnderWay(CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.GetUnderWay, TrackingRoutes.GetUnderWay.At(), new NoQuery(), cancel);
}
