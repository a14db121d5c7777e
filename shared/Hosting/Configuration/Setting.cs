namespace Logistics.Hosting.Configuration;

/// <summary>A setting as described by the command-line help and the runbook.</summary>
/// <param name="Name">For example <c>token-key</c>.</param>
/// <param name="Sets">What it sets, with an example where the format is not obvious.</param>
/// <param name="Default">Value used if the setting is not given.</param>
public sealed record Setting(string Name, string Sets, string Default)
{
    /// <summary>Gets the help text of the option.</summary>
    public string Help => $"{char.ToUpperInvariant(Sets[0])}{Sets[1..]}. Default: {Default}.";
}
