namespace Logistics.Operations.Checks;

static class Clocks
{
    /// <summary>Tokens live for minutes and name the second in which they begin; leases live for seconds.</summary>
    static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(2);

    /// <param name="whose">The other one.</param>
    /// <param name="skew">By how much that is ahead of this one.</param>
    public static Finding Compare(string whose, TimeSpan skew) => skew.Duration() > MostSkew
        ? new(Level.Warning, $"clock of {whose}", $"is {Math.Abs(skew.TotalSeconds):0} s {(skew > TimeSpan.Zero ? "ahead of" : "behind")} this one; tokens are refused when it grows", "Set both by NTP.")
        : new(Level.Ok, $"clock of {whose}", "agrees with this one");
}
