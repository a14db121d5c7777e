using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Writes off missing cartons when the search ends, so that their donation can be closed.</summary>
public static class AcceptLoss
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.AcceptLoss, Handle, Role.Coordinator)
        .On<LossAccepted>(Apply);

    static Answer<AcceptLossAnswer> Handle(AcceptLossRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (Consignment.Load(command.Session, airWaybill) is null)
            return new Refusal("not-found");
        var cartons = NamedCartons.Load(command.Session, airWaybill, request.Cartons);
        return command.Record(Consignment.Stream(airWaybill), Decide(airWaybill, cartons, request), out var refusal)
            ? Answer.Ok(new AcceptLossAnswer(airWaybill, cartons.Count, cartons.Sum(carton => carton.Carton.Pieces())))
            : refusal;
    }

    public static Decision Decide(AirWaybill airWaybill, IReadOnlyList<StoredCarton> cartons, AcceptLossRequest request) =>
        NamedCartons.Opposed(request.Cartons, cartons, CartonState.Missing, request.Reason) is { } refusal
            ? refusal
            : Decision.Record(
            [
                .. Contents.InEvents(cartons.Select(carton => carton.Carton)).Select(part => new LossAccepted(
                    airWaybill, [.. part.Select(carton => carton.Id)], request.Reason, Contents.Move(LedgerAccount.Missing, LedgerAccount.MissingWrittenOff, part))),
            ]);

    static void Apply(Recorded<LossAccepted> accepted, Session session) =>
        StoredCarton.SetState(session, CartonState.WrittenOff, accepted.Event.Cartons);
}
