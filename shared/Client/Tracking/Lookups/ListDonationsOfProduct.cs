using Logistics.Contracts.Codes;

namespace Logistics.Client.Tracking;

/// <summary>Which donations of a product.</summary>
public sealed record ListDonationsOfProductQuery
{
    /// <summary>Donations that hold this lot; all if null.</summary>
    public LotNumber? Lot { get; init; }
}

/// <summary>A donation that a product came in.</summary>
public sealed record DonationOfProduct
{
    public required DonationNumber Number { get; init; }

    public required string Donor { get; init; }

    public required ProductCode Product { get; init; }
}

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<ListDonationsOfProductQuery, IReadOnlyList<DonationOfProduct>> ListDonationsOfProduct = new(Service, "/products/{gtin}/donations");
}

public sealed partial class TrackingClient
{
    /// <summary>Lists the donations that a maker's item came in, by number, at most 100.</summary>
    public Task<Reply<IReadOnlyList<DonationOfProduct>>> ListDonationsOfProduct(Gtin gtin, ListDonationsOfProductQuery query, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.ListDonationsOfProduct, TrackingRoutes.ListDonationsOfProduct.At(gtin), query, cancel);
}
