using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Shipment;

namespace Logistics.Shipment.Cartons;

/// <summary>Names the states of cartons in refusals and exports.</summary>
public static class CartonWords
{
    public static Worded Of(CartonState state) => state switch
    {
        CartonState.Booked => new("Booked", "積載予定", "已订舱"),
        CartonState.Good => new("Good", "良品", "完好"),
        CartonState.Damaged => new("Damaged", "破損", "破损"),
        CartonState.Missing => new("Missing", "不足", "缺少"),
        CartonState.Delivered => new("Delivered", "納入済み", "已交付"),
        CartonState.Found => new("Found", "発見", "已找回"),
        CartonState.Passed => new("Passed", "再検査合格", "复检合格"),
        CartonState.Destroyed => new("Destroyed", "廃棄", "已销毁"),
        CartonState.WrittenOff => new("Written off", "除却", "已核销"),
    };

    public static Worded Of(Condition condition) => condition switch
    {
        Condition.Good => Of(CartonState.Good),
        Condition.Damaged => Of(CartonState.Damaged),
        Condition.Missing => Of(CartonState.Missing),
        Condition.Over => new("Over", "予定外", "多出"),
    };
}
