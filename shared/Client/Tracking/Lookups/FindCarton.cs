using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>Which place among the cartons.</summary>
public sealed record FindCartonQuery
{
    /// <summary>Place of a carton among those of the donation by id, from 1.</summary>
    public int? Place { get; init; }
}

/// <summary>The cartons of a donation.</summary>
/// <param name="Count">Cartons that are not cancelled.</param>
/// <param name="Id">The carton at the place that was asked for; null if there is none.</param>
public sealed record PlacedCarton(int Count, CartonId? Id);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<FindCartonQuery, PlacedCarton> FindCarton = new(Service, "/donations/{donation}/cartons");
}

public sealed partial class TrackingClient
{
    /// <summary>Counts the cartons of a donation and tells which stands at a place.</summary>
    public Task<Reply<PlacedCarton>> FindCarton(DonationNumber donation, FindCartonQuery query, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.FindCarton, TrackingRoutes.FindCarton.At(donation), query, cancel);
}
