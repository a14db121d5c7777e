using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Counts;

/// <summary>Counts consecutive cartons of one donation from a first to a last code.</summary>
public static class CountRange
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.CountRange, Handle, Role.Coordinator);

    static Answer<CountEntryAnswer> Handle(CountRangeRequest request, Command command)
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

    /// <summary>Returns why the cartons of a range cannot be counted, or null.</summary>
    public static Refusal? Opposed(CountRangeRequest request, IReadOnlyList<CountedCarton> cartons)
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
