using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>A carton of a consignment.</summary>
public sealed record CartonRow
{
    /// <summary>Cartons that one form offers; the next come when these are done.</summary>
    public const int MostOffered = 200;

    public required string Id { get; init; }

    public required string Donation { get; init; }

    public string? SenderCode { get; init; }

    public required string Flight { get; init; }

    public required long Pieces { get; init; }

    public required string State { get; init; }

    public int? Session { get; init; }

    public string? Condition { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<PackedGoods> Goods { get; init; } = [];

    /// <summary>The first cartons of a consignment in one state.</summary>
    public static Task<Reply<List<CartonRow>>> InState(Services services, string airWaybill, string state, int most, CancellationToken cancel) =>
        services.Get<List<CartonRow>>("shipment", $"{Consignment.PathOf(airWaybill)}/cartons?state={state}&limit={most}", cancel);
}

/// <summary>What is in a carton.</summary>
public sealed record PackedGoods
{
    public required string Product { get; init; }

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public required long Pieces { get; init; }
}
