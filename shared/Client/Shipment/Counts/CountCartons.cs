using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;

namespace Logistics.Client.Shipment;

/// <summary>Enters cartons one by one.</summary>
/// <param name="Condition">As found; over for cartons that are not in the consignment.</param>
/// <param name="Cartons">1 to 20,000: SSCC, id, or the sender's own code, as scanned.</param>
/// <param name="Reason">Required for all but good, up to 500 characters.</param>
public sealed record CountCartonsRequest(Condition Condition, IReadOnlyList<string> Cartons, string? Reason = null);

/// <summary>What an entry changed, and the totals after it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Entry">Number of the entry, which can undo it; null if it changed nothing.</param>
/// <param name="Counted">Cartons that this entered.</param>
/// <param name="Replaced">Those of them that had been counted otherwise in a session that is not confirmed.</param>
/// <param name="Unchanged">Cartons that had been counted the same already.</param>
/// <param name="NotInConsignment">Serials of a range that the consignment does not have; 0 for the other ways.</param>
/// <param name="Totals">Totals of the whole session.</param>
/// <param name="Uncounted">Cartons of the consignment that no session has counted.</param>
public sealed record CountEntryAnswer(
    int Session, int? Entry, int Counted, IReadOnlyList<CartonId> Replaced, int Unchanged, int NotInConsignment, IReadOnlyList<ConditionTotal> Totals, int Uncounted);

/// <summary>Cartons that a session counted in one condition.</summary>
public sealed record ConditionTotal
{
    public required Condition Condition { get; init; }

    public required int Cartons { get; init; }

    /// <summary>0 for cartons that nobody announced.</summary>
    public required long Pieces { get; init; }
}

public static partial class ShipmentRoutes
{
    public static readonly CommandRoute<CountCartonsRequest, CountEntryAnswer> CountCartons = new(Service, "/consignments/{airWaybill}/counts/{session:int}/cartons");
}

public sealed partial class ShipmentClient
{
    /// <summary>Enters cartons one by one, also those that nobody announced.</summary>
    public Task<Reply<CountEntryAnswer>> CountCartons(AirWaybill airWaybill, int session, CountCartonsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(ShipmentRoutes.CountCartons, ShipmentRoutes.CountCartons.At(airWaybill, session), request, key, cancel);
}
