using Logistics.Client.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A rule to be edited, with what can be chosen.</summary>
/// <param name="Prefix">Of the names of its fields: <c>a</c> or <c>b</c>.</param>
/// <param name="Legend">Name of the rule.</param>
/// <param name="Rule">What its fields hold.</param>
/// <param name="Known">Indicators and recipients.</param>
public sealed record RuleFields(string Prefix, string Legend, RuleForm Rule, RecipientList Known)
{
    public (string Name, string Share) Indicator(int index) => index < Rule.Indicators.Count ? Rule.Indicators[index] : ("", "");
}
