using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>Which balances.</summary>
public sealed record GetBalancesQuery
{
    /// <summary>One donation; all of them if null.</summary>
    public DonationNumber? Donation { get; init; }
}

/// <param name="Donations">By number.</param>
public sealed record GetBalancesAnswer(IReadOnlyList<DonationBalance> Donations);

/// <summary>Where every piece of a donation is.</summary>
/// <param name="Number">The donation.</param>
/// <param name="Settled">False while an account is below zero, because the cause in another log has not arrived yet. The sums are right all the same.</param>
/// <param name="Unsettled">Those accounts; null if there are none.</param>
/// <param name="Lines">By number.</param>
public sealed record DonationBalance(DonationNumber Number, bool Settled, IReadOnlyList<string>? Unsettled, IReadOnlyList<LineBalance> Lines);

/// <summary>Where the pieces of a donation line are.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Product">Product of the line.</param>
/// <param name="Pledged">Pieces pledged, less what amendments took back; 0 while the pledge itself has not arrived yet.</param>
/// <param name="Accounts">Pieces by name of account without holder, in the order of the journey; accounts without pieces are left out.</param>
public sealed record LineBalance(int Line, ProductCode Product, long Pledged, IReadOnlyDictionary<string, long> Accounts);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<GetBalancesQuery, GetBalancesAnswer> GetBalances = new(Service, "/balances");
}

public sealed partial class TrackingClient
{
    /// <summary>Tells where every piece of every donation is.</summary>
    public Task<Reply<GetBalancesAnswer>> GetBalances(GetBalancesQuery query, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.GetBalances, TrackingRoutes.GetBalances.At(), query, cancel);
}
