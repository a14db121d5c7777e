using Logistics.Client.Shipment;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Counts;

/// <summary>Counts a number of identical cartons without reading each label: those with the lowest ids that are uncounted.</summary>
public static class CountQuantity
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.CountQuantity, Handle, Role.Coordinator);

    static Answer<CountEntryAnswer> Handle(CountQuantityRequest request, Command command)
    {
        if (request.Condition == Condition.Over)
            return new Refusal("count-over-needs-codes");
        return Entry.Record(command, request.Condition, request.Reason, airWaybill =>
        {
            var left = CountedCarton.Uncounted(command.Session, airWaybill, request.Donation, request.Line, request.Size, request.Lot);
            return ([.. left.Take(Math.Max(request.Count, 0))], 0, Opposed(request, left.Count));
        });
    }

    /// <param name="request">The request.</param>
    /// <param name="left">Uncounted cartons of that kind at the airport.</param>
    public static Refusal? Opposed(CountQuantityRequest request, int left) =>
        Check.Pieces("count", request.Count) is { } wrong ? wrong
        : request.Count > left ? new Refusal(
            "count-too-few", ("donation", request.Donation), ("line", request.Line), ("asked", request.Count), ("left", left))
        : null;
}
