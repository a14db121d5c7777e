namespace Logistics.Shipment.Cartons;

/// <summary>Where a carton is on its way through the shipment, as it stands in the table and in answers.</summary>
public static class CartonState
{
    /// <summary>Packed by the donor, not released.</summary>
    public const string Announced = "announced";

    /// <summary>Was announced and will not come.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>May be booked.</summary>
    public const string Released = "released";

    /// <summary>On a flight, whose stage says how far it is; no confirmed count names it yet.</summary>
    public const string Booked = "booked";

    /// <summary>Counted good, still at the airport.</summary>
    public const string Good = "good";

    public const string Damaged = "damaged";

    public const string Missing = "missing";

    /// <summary>At the hub by a delivery.</summary>
    public const string Delivered = "delivered";

    /// <summary>At the hub, after it had been missing.</summary>
    public const string Found = "found";

    /// <summary>At the hub, after it had been counted damaged.</summary>
    public const string Passed = "passed";

    public const string Destroyed = "destroyed";

    /// <summary>Missing, and no longer looked for.</summary>
    public const string WrittenOff = "written-off";
}
