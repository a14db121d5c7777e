using Logistics.Client.Distribution;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A rule to edit, with the available choices.</summary>
/// <param name="Prefix">Prefix of the field names: <c>a</c> or <c>b</c>.</param>
/// <param name="Legend">Name of the rule.</param>
/// <param name="Rule">Values of the fields.</param>
/// <param name="Known">Indicators and recipients.</param>
public sealed record RuleFields(string Prefix, string Legend, RuleForm Rule, RecipientList Known)
{
    public (string Name, string Share) Indicator(int index) => index < Rule.Indicators.Count ? Rule.Indicators[index] : ("", "");
}
