using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Recipients;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A rule to be edited, with what can be chosen.</summary>
/// <param name="Prefix">Of the names of its fields: <c>a</c> or <c>b</c>.</param>
/// <param name="Legend">What the rule is called beside another.</param>
/// <param name="Rule">As it stands.</param>
/// <param name="Weights">Indicators and recipients.</param>
public sealed record RuleFields(string Prefix, string Legend, RuleForm Rule, Weights Weights)
{
    public (string Name, string Share) Indicator(int index) => index < Rule.Indicators.Count ? Rule.Indicators[index] : ("", "");
}
