using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <summary>A goods received note with what it found wrong.</summary>
public sealed record GoodsReceivedNote
{
    /// <summary>Its number.</summary>
    public required DocumentNumber Note { get; init; }

    public required int Session { get; init; }

    public required bool Final { get; init; }

    public required int GoodCartons { get; init; }

    public required long GoodPieces { get; init; }

    public required string OpenedBy { get; init; }

    public required string ConfirmedBy { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }

    public IReadOnlyList<CountDiscrepancyRow> Discrepancies { get; init; } = [];
}

public static partial class ShipmentRoutes
{
    public static readonly QueryRoute<NoQuery, IReadOnlyList<GoodsReceivedNote>> ListNotes = new(Service, "/consignments/{airWaybill}/notes");
}

public sealed partial class ShipmentClient
{
    /// <summary>Lists the goods received notes of a consignment, by session.</summary>
    public Task<Reply<IReadOnlyList<GoodsReceivedNote>>> ListNotes(AirWaybill airWaybill, CancellationToken cancel = default) =>
        Calls.Ask(ShipmentRoutes.ListNotes, ShipmentRoutes.ListNotes.At(airWaybill), new NoQuery(), cancel);
}
