using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Distribution;

/// <summary>Cartons entered the hub's stock, as reported by Shipment; at most <see cref="Carton.MaxPerEvent"/>.</summary>
/// <param name="AirWaybill">The consignment that brought them.</param>
/// <param name="Cartons">The cartons.</param>
/// <param name="Pieces">Pieces in them.</param>
/// <param name="At">Time of arrival, with the local offset. Null in events before 2026-11-22.</param>
[EventName("distribution.stock-received.v1")]
public sealed record StockReceived(AirWaybill AirWaybill, IReadOnlyList<Carton> Cartons, long Pieces, DateTimeOffset? At = null);
