namespace Logistics.Operations.Checks;

static class Clocks
{
    /// <summary>Maximum tolerated difference: tokens live for minutes and state the second of their issue; leases live for seconds.</summary>
    static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(2);

    /// <param name="whose">Owner of the other clock.</param>
    /// <param name="skew">How far the other clock is ahead of this one.</param>
    public static Finding Compare(string whose, TimeSpan skew) => skew.Duration() > MaxSkew
        ? new(Level.Warning, $"clock of {whose}", $"is {Math.Abs(skew.TotalSeconds):0} s {(skew > TimeSpan.Zero ? "ahead of" : "behind")} this one; tokens are refused if the difference grows", "Synchronise both with NTP.")
        : new(Level.Ok, $"clock of {whose}", "agrees with this one");
}
