using Logistics.Contracts.Codes;

namespace Logistics.Client.Shipment;

public static partial class ShipmentRoutes
{
    public static readonly FileRoute<ListCartonsQuery> ExportCartons = new(Service, "/consignments/{airWaybill}/cartons.csv", ["text/csv"]);
}

public sealed partial class ShipmentClient
{
    /// <summary>Opens the cartons of a consignment as CSV: every row of the query, whatever its page. The caller disposes the answer.</summary>
    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    public Task<HttpResponseMessage> ExportCartons(AirWaybill airWaybill, ListCartonsQuery query, CancellationToken cancel = default) =>
        Calls.Open(ShipmentRoutes.ExportCartons, ShipmentRoutes.ExportCartons.At(airWaybill), query, cancel);
}
