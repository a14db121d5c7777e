using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Counts;

/// <summary>A coordinator enters a number of like cartons, where nobody reads each label: the lowest ids that no session has counted.</summary>
public static class CountQuantity
{
    /// <param name="Condition">As found, but not over.</param>
    /// <param name="Donation">The donation.</param>
    /// <param name="Line">Its line.</param>
    /// <param name="Count">Cartons.</param>
    /// <param name="Size">Null for any.</param>
    /// <param name="Lot">Null for any.</param>
    /// <param name="Reason">Required for all but good.</param>
    public sealed record Request(
        Condition Condition, DonationNumber Donation, int Line, int Count, string? Size = null, LotNumber? Lot = null, string? Reason = null);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/counts/{session:int}/quantity", Handle, Role.Coordinator);

    static Answer Handle(Request request, Command command)
    {
        if (request.Condition == Condition.Over)
            return new Refusal("count-over-needs-codes");
        return Entry.Record(command, request.Condition, request.Reason, airWaybill =>
        {
            var left = CountedCarton.Uncounted(command.Session, airWaybill, request.Donation, request.Line, request.Size, request.Lot);
            return ([.. left.Take(Math.Max(request.Count, 0))], 0, Opposed(request, left.Count));
        });
    }

    /// <param name="request">What was asked.</param>
    /// <param name="left">Cartons of that kind at the airport that no session has counted.</param>
    public static Refusal? Opposed(Request request, int left) =>
        request.Count < 1 ? new Refusal("pieces-not-positive", ("field", "count"), ("value", request.Count))
        : request.Count > left ? new Refusal(
            "count-too-few", ("donation", request.Donation), ("line", request.Line), ("asked", request.Count), ("left", left))
        : null;
}
