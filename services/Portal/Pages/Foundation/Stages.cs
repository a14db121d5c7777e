namespace Logistics.Portal.Pages.Foundation;

/// <summary>How far the pieces of a line have come: each figure counts what has come at least so far.</summary>
/// <param name="Pledged">What was promised, with what was cancelled of it.</param>
/// <param name="Packed">In cartons, there or anywhere after.</param>
/// <param name="Shipped">Left the factory.</param>
/// <param name="Delivered">Confirmed by an association.</param>
/// <param name="Used">Handed over to hospitals and clinics.</param>
/// <param name="Aside">Pieces by account beside the journey: missing, damaged, held, destroyed, cancelled.</param>
public sealed record Stages(long Pledged, long Packed, long Shipped, long Delivered, long Used, IReadOnlyDictionary<string, long> Aside)
{
    static readonly string[] Beside = ["missing", "damaged", "held", "destroyed", "cancelled"];

    public static Stages Of(long pledged, IReadOnlyDictionary<string, long> accounts)
    {
        var packed = pledged - accounts.GetValueOrDefault("pledged") - accounts.GetValueOrDefault("cancelled");
        var used = accounts.GetValueOrDefault("institution");
        return new Stages(
            pledged,
            packed,
            packed - accounts.GetValueOrDefault("packed"),
            accounts.GetValueOrDefault("association") + used,
            used,
            Beside.Where(name => accounts.GetValueOrDefault(name) > 0).ToDictionary(name => name, name => accounts[name], StringComparer.Ordinal));
    }

    /// <summary>In percent of what was pledged, for a bar.</summary>
    public long Share(long pieces) => Pledged <= 0 ? 0 : Math.Clamp(pieces * 100 / Pledged, 0, 100);
}
