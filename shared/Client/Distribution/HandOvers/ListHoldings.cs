using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which holdings. An association sees its own only.</summary>
public sealed record ListHoldingsQuery
{
    /// <summary>Holdings of this association.</summary>
    public RecipientCode? Recipient { get; init; }

    public ProductCode? Product { get; init; }
}

/// <summary>Good pieces that an association received and has not handed over; of a size, what expires first comes first.</summary>
public sealed record HoldingRow
{
    public required RecipientCode Recipient { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    public required DonationNumber Donation { get; init; }

    /// <summary>Line of the donation.</summary>
    public required int Line { get; init; }

    /// <summary>Blank if unknown.</summary>
    public required string Lot { get; init; }

    public Expiry? Expiry { get; init; }

    public required long Pieces { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<ListHoldingsQuery, IReadOnlyList<HoldingRow>> ListHoldings = new(Service, "/holdings");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists what associations can hand over, by association, product and size.</summary>
    public Task<Reply<IReadOnlyList<HoldingRow>>> ListHoldings(ListHoldingsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListHoldings, DistributionRoutes.ListHoldings.At(), query, cancel);
}
