namespace Logistics.Hosting.Configuration;

/// <summary>A setting as the help of the command line and the runbook describe it.</summary>
/// <param name="Name">For example <c>token-key</c>.</param>
/// <param name="Sets">What it sets, with an example where the form is not obvious.</param>
/// <param name="Default">What applies where it is not given.</param>
public sealed record Setting(string Name, string Sets, string Default)
{
    /// <summary>The sentence that follows the option in the help.</summary>
    public string Help => $"{char.ToUpperInvariant(Sets[0])}{Sets[1..]}. Default: {Default}.";
}
