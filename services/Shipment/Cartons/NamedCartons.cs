using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Cartons;

/// <summary>Cartons that a command names, which all have to be in one state.</summary>
public static class NamedCartons
{
    public const int Most = 20_000;
    const int MostNamed = 20;

    /// <summary>Those of the consignment.</summary>
    internal static List<StoredCarton> Load(Session session, AirWaybill airWaybill, IReadOnlyList<CartonId> ids) =>
        ids.Count > Most ? [] : [.. StoredCarton.ByIds(session, ids).Where(carton => carton.AirWaybill == airWaybill)];

    /// <summary>Why a command about these cartons cannot be carried out.</summary>
    /// <param name="ids">As asked.</param>
    /// <param name="found">Those of them that the consignment has.</param>
    /// <param name="state">The state that all must be in.</param>
    /// <param name="reason">Never blank.</param>
    public static Refusal? Opposed(IReadOnlyList<CartonId> ids, IReadOnlyList<StoredCarton> found, string state, string reason)
    {
        if (reason.Length == 0)
            return new Refusal("reason-required", ("field", "reason"));
        if (reason.Length > 500)
            return new Refusal("text-too-long", ("field", "reason"), ("limit", 500));
        if (ids.Count is 0 or > Most)
            return new Refusal("cartons-asked", ("field", "cartons"), ("limit", Most));
        var known = found.Select(carton => carton.Carton.Id).ToHashSet();
        var unknown = ids.Where(id => !known.Contains(id)).Distinct().ToList();
        if (unknown.Count > 0)
            return new Refusal("cartons-not-in-consignment", ("found", unknown.Count), ("cartons", unknown.Take(MostNamed).ToArray()));
        var other = found.Where(carton => carton.State != state).ToList();
        return other.Count == 0 ? null : new Refusal(
            "cartons-state",
            ("expected", state),
            ("expectedName", CartonState.Words(state)),
            ("found", other.Count),
            ("cartons", other.Take(MostNamed).Select(Named).ToArray()));

        static Worded Named(StoredCarton carton)
        {
            var (id, state) = (carton.Carton.Id, CartonState.Words(carton.State));
            return new Worded($"{id} ({state.En})", $"{id}（{state.Ja}）", $"{id}（{state.ZhHans}）");
        }
    }
}
