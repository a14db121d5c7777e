using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Shipment;

namespace Logistics.Shipment.Cartons;

/// <summary>Names the states of cartons in refusals and exports.</summary>
public static class CartonWords
{
    public static Worded Of(CartonState state) => ColumnWords.Of($"carton-state.{Wire.NameOf(state)}");

    public static Worded Of(Condition condition) => ColumnWords.Of($"carton-state.{Wire.NameOf(condition)}");
}
