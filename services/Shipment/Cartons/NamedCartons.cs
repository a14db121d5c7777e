using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Cartons;

/// <summary>Checks the cartons named by a command, which must all be in one state.</summary>
public static class NamedCartons
{
    public const int Max = 20_000;
    const int MaxNamed = 20;

    /// <summary>Loads the named cartons of a consignment.</summary>
    internal static List<StoredCarton> Load(Session session, AirWaybill airWaybill, IReadOnlyList<CartonId> ids) =>
        ids.Count > Max ? [] : [.. StoredCarton.ByIds(session, ids).Where(carton => carton.AirWaybill == airWaybill)];

    /// <summary>Returns why a command about these cartons cannot be carried out, or null.</summary>
    /// <param name="ids">The requested cartons.</param>
    /// <param name="found">Those that belong to the consignment.</param>
    /// <param name="state">The required state.</param>
    /// <param name="reason">The reason given.</param>
    public static Refusal? Opposed(IReadOnlyList<CartonId> ids, IReadOnlyList<StoredCarton> found, CartonState state, string reason)
    {
        if (Check.Reason("reason", reason) is { } wrong)
            return wrong;
        if (ids.Count is 0 or > Max)
            return new Refusal("cartons-asked", ("field", "cartons"), ("limit", Max));
        var known = found.Select(carton => carton.Carton.Id).ToHashSet();
        var unknown = ids.Where(id => !known.Contains(id)).Distinct().ToList();
        if (unknown.Count > 0)
            return new Refusal("cartons-not-in-consignment", ("found", unknown.Count), ("cartons", unknown.Take(MaxNamed).ToArray()));
        var other = found.Where(carton => carton.State != state).ToList();
        return other.Count == 0 ? null : new Refusal(
            "cartons-state",
            ("expected", state),
            ("expectedName", CartonWords.Of(state)),
            ("found", other.Count),
            ("cartons", other.Take(MaxNamed).Select(Named).ToArray()));

        static Worded Named(StoredCarton carton)
        {
            var id = carton.Carton.Id.ToString();
            return carton.State is { } state ? ColumnWords.Carton(id, CartonWords.Of(state)) : Worded.Same(id);
        }
    }
}
