using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Goods that a published plan reserves for a recipient and that have not left.</summary>
public sealed record ReservedRow
{
    public required RecipientCode Recipient { get; init; }

    public required DocumentNumber Plan { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    public required long Cartons { get; init; }

    public required long Pieces { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<NoQuery, IReadOnlyList<ReservedRow>> ListReserved = new(Service, "/reserved");
}

public sealed partial class DistributionClient
{
    /// <summary>Lists what a dispatch would send, by recipient and plan.</summary>
    public Task<Reply<IReadOnlyList<ReservedRow>>> ListReserved(CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.ListReserved, DistributionRoutes.ListReserved.At(), new NoQuery(), cancel);
}
