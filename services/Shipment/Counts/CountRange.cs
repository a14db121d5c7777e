using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Counts;

/// <summary>A coordinator enters consecutive cartons of one donation by the first and the last code.</summary>
public static class CountRange
{
    /// <param name="Condition">As found, but not over.</param>
    /// <param name="From">SSCC, id or sender's code of the first.</param>
    /// <param name="To">The last, included.</param>
    /// <param name="Reason">Required for all but good.</param>
    public sealed record Request(Condition Condition, string From, string To, string? Reason = null);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/counts/{session:int}/range", Handle, Role.Coordinator);

    static Answer Handle(Request request, Command command)
    {
        if (request.Condition == Condition.Over)
            return new Refusal("count-over-needs-codes");
        return Entry.Record(command, request.Condition, request.Reason, airWaybill =>
        {
            var (codes, refusal) = SerialRange.Read(request.From, request.To);
            if (refusal is not null)
                return ([], 0, refusal);
            var cartons = CountedCarton.ByCodes(command.Session, airWaybill, codes);
            return (cartons, codes.Count - cartons.Count, Opposed(request, cartons));
        });
    }

    /// <summary>Why the cartons of a range cannot be meant.</summary>
    public static Refusal? Opposed(Request request, IReadOnlyList<CountedCarton> cartons)
    {
        DonationNumber[] donations = [.. cartons.Select(carton => carton.Donation).Distinct()];
        return donations.Length switch
        {
            0 => new Refusal("count-range-empty", ("from", request.From), ("to", request.To)),
            1 => null,
            _ => new Refusal("count-range-donations", ("from", request.From), ("to", request.To), ("donations", donations)),
        };
    }
}
