using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

/// <param name="Entry">Number of the entry within its session.</param>
public sealed record UndoEntryRequest(int Entry);

/// <param name="Session">The session.</param>
/// <param name="Entry">The entry that was undone.</param>
/// <param name="Returned">Cartons that are now counted as before, or not counted.</param>
/// <param name="Totals">Totals of the whole session.</param>
/// <param name="Uncounted">Cartons of the consignment that no session has counted.</param>
public sealed record UndoEntryAnswer(int Session, int Entry, int Returned, IReadOnlyList<ConditionTotal> Totals, int Uncounted);

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<UndoEntryRequest, UndoEntryAnswer> UndoEntry = new(Service, "/consignments/{airWaybill}/counts/{session:int}/undo");
}

public sealed partial class ShipmentClient
{
    /// <summary>Takes back what was entered at once, until the session is confirmed.</summary>
    public Task<Reply<UndoEntryAnswer>> UndoEntry(AirWaybill airWaybill, int session, UndoEntryRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.UndoEntry, ShipmentRoutes.UndoEntry.At(airWaybill, session), request, key, cancel);
}
