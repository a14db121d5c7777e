using Logistics.Contracts;

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

    /// <summary>For people to read.</summary>
    public static Worded Words(string state) => state switch
    {
        Announced => new("Announced", "通知済み", "已通知"),
        Withdrawn => new("Withdrawn", "取り下げ", "已撤回"),
        Released => new("Released", "出荷可能", "已放行"),
        Booked => new("Booked", "積載予定", "已订舱"),
        Good => new("Good", "良品", "完好"),
        Damaged => new("Damaged", "破損", "破损"),
        Missing => new("Missing", "不足", "缺少"),
        Delivered => new("Delivered", "納入済み", "已交付"),
        Found => new("Found", "発見", "已找回"),
        Passed => new("Passed", "再検査合格", "复检合格"),
        Destroyed => new("Destroyed", "廃棄", "已销毁"),
        WrittenOff => new("Written off", "除却", "已核销"),
        _ => new(state, state, state),
    };
}
