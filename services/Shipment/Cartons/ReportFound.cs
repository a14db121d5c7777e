using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Missing cartons turned up and are at the hub. That they were missing stays in the history.</summary>
public static class ReportFound
{
    public sealed record Request(IReadOnlyList<CartonId> Cartons, string Reason, DateTimeOffset At);

    public sealed record Found(AirWaybill AirWaybill, int Cartons, long Pieces);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/found", Handle, Role.Coordinator)
        .On<CartonsFound>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is null)
            return new Refusal("consignment-not-found", ("airWaybill", airWaybill));
        if (Instant.InFuture(request.At, "at", command.Now) is { } early)
            return early;
        var cartons = NamedCartons.Load(command.Session, airWaybill, request.Cartons);
        return command.Record(Consignment.Stream(airWaybill), Decide(airWaybill, cartons, request), out var refusal)
            ? Answer.Ok(new Found(airWaybill, cartons.Count, cartons.Sum(carton => carton.Carton.Pieces())))
            : refusal;
    }

    public static Decision Decide(AirWaybill airWaybill, IReadOnlyList<StoredCarton> cartons, Request request) =>
        (NamedCartons.Opposed(request.Cartons, cartons, CartonState.Missing, request.Reason) ?? Instant.Opposed(request.At, "at")) is { } refusal
            ? refusal
            : Decision.Record(
            [
                .. Contents.InEvents(cartons.Select(carton => carton.Carton)).Select(part => new CartonsFound(
                    airWaybill, part, request.Reason, request.At, Contents.Move(LedgerAccount.Missing, LedgerAccount.Hub, part))),
            ]);

    static void Apply(Recorded<CartonsFound> found, Session session) =>
        StoredCarton.SetState(session, CartonState.Found, found.Event.Cartons.Select(carton => carton.Id));
}
