using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Distribution;

public sealed record ListParcelCartonsQuery : PagedQuery;

/// <summary>A carton of a parcel, in a list that is ordered by id.</summary>
public sealed record ParcelCartonRow
{
    public required CartonId Id { get; init; }

    /// <summary>Code of its product; blank if it holds several kinds of goods.</summary>
    public required string Product { get; init; }

    /// <summary>Blank if the product has no sizes or the carton holds several kinds of goods.</summary>
    public required string Size { get; init; }

    /// <summary>Its lots, separated by blanks.</summary>
    public required string Lots { get; init; }

    public required long Pieces { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListParcelCartonsQuery, IReadOnlyList<ParcelCartonRow>> ListParcelCartons = new(Service, "/parcels/{parcel}/cartons");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists the cartons of a parcel by id.</summary>
    public Task<Reply<IReadOnlyList<ParcelCartonRow>>> ListParcelCartons(ParcelNumber parcel, ListParcelCartonsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListParcelCartons, DistributionRoutes.ListParcelCartons.At(parcel), query, cancel);
}
