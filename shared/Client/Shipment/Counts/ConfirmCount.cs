using Logistics.Contracts;
using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Final">Tells that nothing more is expected: what was never counted is missing.</param>
public sealed record ConfirmCountRequest(bool Final);

/// <param name="Note">Number of the goods received note.</param>
/// <param name="Session">The session.</param>
/// <param name="Final">Whether it was the final one.</param>
/// <param name="GoodCartons">Cartons found good.</param>
/// <param name="GoodPieces">Pieces in them.</param>
/// <param name="Discrepancies">One for each condition and reason; a line with nothing received has one of its own.</param>
public sealed record ConfirmCountAnswer(
    DocumentNumber Note, int Session, bool Final, int GoodCartons, long GoodPieces, IReadOnlyList<Discrepancy> Discrepancies);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<ConfirmCountRequest, ConfirmCountAnswer> ConfirmCount =
        new(Service, "/consignments/{airWaybill}/counts/{session:int}/confirmation");
}

public sealed partial class ShipmentClient
{
    /// <summary>Confirms a session as a second person, which makes its goods received note.</summary>
    public Task<Reply<ConfirmCountAnswer>> ConfirmCount(AirWaybill airWaybill, int session, ConfirmCountRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.ConfirmCount, ShipmentRoutes.ConfirmCount.At(airWaybill, session), request, key, cancel);
}
