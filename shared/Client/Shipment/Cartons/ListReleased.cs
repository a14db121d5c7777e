using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>Released cartons of one line that are on no flight.</summary>
public sealed record ReleasedLine
{
    public required DonationNumber Donation { get; init; }

    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>A carton of several lines is in each of them.</summary>
    public required int Cartons { get; init; }

    public required long Pieces { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<NoQuery, IReadOnlyList<ReleasedLine>> ListReleased = new(Service, "/released");
}

public sealed partial class ShipmentClient
{
    /// <summary>Lists what may be booked, by donation and line.</summary>
    public Task<Reply<IReadOnlyList<ReleasedLine>>> ListReleased(CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.ListReleased, ShipmentRoutes.ListReleased.At(), new NoQuery(), cancel);
}
