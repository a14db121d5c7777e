using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>Where a carton goes.</summary>
/// <param name="Carton">The carton.</param>
/// <param name="Parcel">Its parcel, if the caller is the association that the parcel is for; null for everybody else.</param>
public sealed record CartonLocation(CartonId Carton, ParcelNumber? Parcel);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<NoQuery, CartonLocation> LocateCarton = new(Service, "/cartons/{sscc}");
}

public sealed partial class TrackingClient
{
    /// <summary>Tells whether a carton is known, and the recipient its parcel. Problem: <c>not-found</c>.</summary>
    public Task<Reply<CartonLocation>> LocateCarton(Sscc sscc, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.LocateCarton, TrackingRoutes.LocateCarton.At(sscc), new NoQuery(), cancel);
}
