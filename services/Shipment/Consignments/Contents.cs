using Logistics.Contracts;
using Logistics.Contracts.Codes;

namespace Logistics.Shipment.Consignments;

/// <summary>Combines the contents of cartons.</summary>
public static class Contents
{
    /// <summary>Totals the goods of cartons by donation, line, size and lot.</summary>
    public static IReadOnlyList<Goods> Sum(IEnumerable<Carton> cartons) => Sum(cartons.SelectMany(carton => carton.Goods));

    public static IReadOnlyList<Goods> Sum(IEnumerable<Goods> goods) =>
    [
        .. goods.GroupBy(one => (one.Donation, one.Line, one.Product, one.Size, one.Lot))
            .Select(same => same.First() with { Pieces = same.Sum(one => one.Pieces) })
            .OrderBy(one => one.Donation.Value, StringComparer.Ordinal).ThenBy(one => one.Line)
            .ThenBy(one => one.Size, StringComparer.Ordinal).ThenBy(one => one.Lot?.Value, StringComparer.Ordinal),
    ];

    /// <returns>Empty if the accounts are the same.</returns>
    public static IReadOnlyList<Movement> Move(LedgerAccount from, LedgerAccount to, IEnumerable<Carton> cartons) =>
        from == to ? [] : [.. Sum(cartons).Select(goods => new Movement(from, to, goods))];

    public static long Pieces(this Carton carton) => carton.Goods.Sum(goods => goods.Pieces);

    /// <summary>Splits cartons so that each part fits one event: at most <see cref="Carton.MaxPerEvent"/> goods, or one carton.</summary>
    public static IEnumerable<IReadOnlyList<Carton>> InEvents(IEnumerable<Carton> cartons)
    {
        var part = new List<Carton>();
        var goods = 0;
        foreach (var carton in cartons)
        {
            if (part.Count > 0 && goods + carton.Goods.Count > Carton.MaxPerEvent)
            {
                yield return part;
                (part, goods) = ([], 0);
            }

            part.Add(carton);
            goods += carton.Goods.Count;
        }

        if (part.Count > 0)
            yield return part;
    }
}
