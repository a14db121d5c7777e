using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Shipment;

/// <summary>Where a carton that is on a flight is on its way to the hub.</summary>
public enum CartonState
{
    /// <summary>No confirmed count names it yet; the stage of its flight tells how far it is.</summary>
    Booked,

    /// <summary>Counted good, still at the airport.</summary>
    Good,

    Damaged,

    Missing,

    /// <summary>Brought to the hub by a delivery.</summary>
    Delivered,

    /// <summary>At the hub, after it had been missing.</summary>
    Found,

    /// <summary>At the hub, after it had been counted damaged.</summary>
    Passed,

    Destroyed,

    /// <summary>Missing, and no longer looked for.</summary>
    WrittenOff,
}

/// <summary>How a carton was last counted, confirmed or not.</summary>
public enum CountedAs
{
    Good,

    Damaged,

    Missing,

    /// <summary>No session has counted it.</summary>
    None,
}

/// <summary>Which cartons; a filter that is null lets all through. The key is the id.</summary>
public sealed record ListCartonsQuery : PagedQuery
{
    public CartonState? State { get; init; }

    public CountedAs? Condition { get; init; }

    /// <summary>Number of the flight, in any spelling.</summary>
    public string? Flight { get; init; }

    public DonationNumber? Donation { get; init; }

    /// <summary>Line of the donation, from 1.</summary>
    public int? Line { get; init; }

    public ProductCode? Product { get; init; }

    public LotNumber? Lot { get; init; }

    /// <summary>Part of the SSCC or of the sender's own code.</summary>
    public string? Code { get; init; }
}

/// <summary>A carton of a consignment.</summary>
public sealed record CartonRow
{
    public required CartonId Id { get; init; }

    public required DonationNumber Donation { get; init; }

    public string? SenderCode { get; init; }

    public required string Flight { get; init; }

    public required long Pieces { get; init; }

    public required CartonState State { get; init; }

    /// <summary>Session that counted it last, confirmed or not.</summary>
    public int? Session { get; init; }

    public Condition? Condition { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<CartonGoods> Goods { get; init; } = [];
}

/// <summary>Goods of one line, size and lot in a carton.</summary>
public record CartonGoods
{
    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the goods have none.</summary>
    public required string Size { get; init; }

    /// <summary>Blank if it is unknown.</summary>
    public required string Lot { get; init; }

    public Expiry? Expiry { get; init; }

    public required long Pieces { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<ListCartonsQuery, IReadOnlyList<CartonRow>> ListCartons = new(Service, "/consignments/{airWaybill}/cartons");
}

public sealed partial class ShipmentClient
{
    /// <summary>Lists a page of the cartons of a consignment, with what is in them.</summary>
    public Task<Reply<IReadOnlyList<CartonRow>>> ListCartons(AirWaybill airWaybill, ListCartonsQuery query, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.ListCartons, ShipmentRoutes.ListCartons.At(airWaybill), query, cancel);
}
