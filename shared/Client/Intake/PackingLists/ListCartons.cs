using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Intake;

/// <summary>Which cartons of a donation.</summary>
public sealed record PackedCartonsQuery : PagedQuery
{
    /// <summary>Cartons in this state only.</summary>
    public PackingState? State { get; init; }

    /// <summary>Cartons with pieces of this line, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Cartons with this product.</summary>
    public ProductCode? Product { get; init; }

    /// <summary>Cartons with pieces of this lot.</summary>
    public LotNumber? Lot { get; init; }

    /// <summary>Part of the SSCC or of the sender's own code, in any case.</summary>
    public string? Code { get; init; }
}

/// <summary>A carton and what is in it.</summary>
public sealed record PackedCartonRow
{
    public required CartonId Id { get; init; }

    /// <summary>The sender's own code; null if the carton has an SSCC only.</summary>
    public string? SenderCode { get; init; }

    public required bool Released { get; init; }

    public required PackingState State { get; init; }

    /// <summary>Pieces of all its goods.</summary>
    public required long Pieces { get; init; }

    public IReadOnlyList<PackedCartonGoods> Goods { get; init; } = [];
}

/// <summary>Pieces of one line, size and lot in a carton.</summary>
public sealed record PackedCartonGoods
{
    /// <summary>Line of the donation.</summary>
    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no sizes.</summary>
    public required string Size { get; init; }

    public required LotNumber Lot { get; init; }

    public Expiry? Expiry { get; init; }

    public required long Pieces { get; init; }
}

public static partial class IntakeRoutes
{
    public static readonly QueryRoute<PackedCartonsQuery, IReadOnlyList<PackedCartonRow>> ListCartons = new(Service, "/donations/{number}/cartons");
}

public sealed partial class IntakeClient
{
    /// <summary>Lists the cartons of a donation by id.</summary>
    public Task<Reply<IReadOnlyList<PackedCartonRow>>> ListCartons(DonationNumber donation, PackedCartonsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(IntakeRoutes.ListCartons, IntakeRoutes.ListCartons.At(donation), query, cancel);
}
