using System.Globalization;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Microsoft.Extensions.Primitives;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A rule as typed into a form, so that an address can contain it and no input is lost.</summary>
public sealed record RuleForm
{
    public const int MaxIndicators = 3;

    public AllocationMethod Method { get; init; }

    /// <summary>Names and shares; one with a blank name is ignored.</summary>
    public IReadOnlyList<(string Name, string Share)> Indicators { get; init; } = [];

    public string Reserve { get; init; } = "";

    public string Minimum { get; init; } = "";

    /// <summary>Blank for no limit.</summary>
    public string Maximum { get; init; } = "";

    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Cartons by recipient; blank ones are left out.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string RemainderTo { get; init; } = "";

    /// <summary>Gets the initial rule of a new plan.</summary>
    public static RuleForm Usual { get; } = new() { Indicators = [("physicians", "1")], Reserve = "0", Minimum = "0" };

    /// <summary>Reads a rule from the fields of a query or a form.</summary>
    /// <param name="fields">All of them.</param>
    /// <param name="prefix">Which rule: <c>a</c> or <c>b</c>.</param>
    /// <returns>The usual rule if the fields have none.</returns>
    public static RuleForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields, string prefix)
    {
        var own = fields.Where(field => field.Key.StartsWith($"{prefix}-", StringComparison.Ordinal))
            .ToDictionary(field => field.Key[(prefix.Length + 1)..], field => field.Value, StringComparer.Ordinal);
        if (!own.ContainsKey("method"))
            return Usual;
        return new RuleForm
        {
            Method = MethodOf(Text("method")),
            Indicators = [.. Enumerable.Range(1, MaxIndicators).Select(i => (Text($"indicator-{i}"), Text($"share-{i}")))],
            Reserve = Text("reserve"),
            Minimum = Text("minimum"),
            Maximum = Text("maximum"),
            Excluded = [.. own.GetValueOrDefault("excluded").Select(Code.Normalise).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)],
            Fixed = own.Where(field => field.Key.StartsWith("fixed-", StringComparison.Ordinal))
                .Select(field => (Code: field.Key["fixed-".Length..], Cartons: Text(field.Key)))
                .Where(amount => amount.Cartons.Length > 0)
                .ToDictionary(amount => amount.Code, amount => amount.Cartons, StringComparer.Ordinal),
            RemainderTo = Text("remainder"),
        };

        string Text(string name) => Code.Normalise(own.GetValueOrDefault(name).ToString());
    }

    /// <summary>Lists fields that <see cref="Read"/> reads as the same rule.</summary>
    public IEnumerable<(string Name, string Value)> Fields(string prefix)
    {
        yield return ($"{prefix}-method", Wire.NameOf(Method));
        for (var i = 0; i < Indicators.Count; i++)
        {
            yield return ($"{prefix}-indicator-{i + 1}", Indicators[i].Name);
            yield return ($"{prefix}-share-{i + 1}", Indicators[i].Share);
        }

        yield return ($"{prefix}-reserve", Reserve);
        yield return ($"{prefix}-minimum", Minimum);
        yield return ($"{prefix}-maximum", Maximum);
        foreach (var code in Excluded)
            yield return ($"{prefix}-excluded", code);
        foreach (var (code, cartons) in Fixed)
            yield return ($"{prefix}-fixed-{code}", cartons);
        yield return ($"{prefix}-remainder", RemainderTo);
    }

    /// <summary>Converts the rule into a request. Omits what the method does not need, and codes that no recipient can have.</summary>
    /// <param name="wrong">The first text that should be an integer and is not, or null.</param>
    /// <returns>Null if a text is invalid.</returns>
    public RuleRequest? Asked(out string? wrong)
    {
        string? notNumber = null;
        var isFixed = Method == AllocationMethod.FixedWithRemainder;
        var asked = new RuleRequest(
            Method,
            isFixed ? null : [.. Indicators.Where(indicator => indicator.Name.Length > 0).Select(indicator => new IndicatorRequest(indicator.Name, Number(indicator.Share, "1")))],
            Number(Reserve, "0"),
            Number(Minimum, "0"),
            Maximum.Length == 0 ? null : Number(Maximum, "0"),
            [.. Excluded.Select(Recipient).OfType<RecipientCode>()],
            isFixed ? Fixed.Where(amount => Recipient(amount.Key) is not null).ToDictionary(amount => Code.Parse<RecipientCode>(amount.Key), amount => (long)Number(amount.Value, "0")) : null,
            isFixed ? Recipient(RemainderTo) : null);
        wrong = notNumber;
        return notNumber is null ? asked : null;

        int Number(string text, string blank)
        {
            if (int.TryParse(text.Length == 0 ? blank : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return number;
            notNumber ??= text;
            return 0;
        }

        static RecipientCode? Recipient(string text) => RecipientCode.TryParse(text, out var code, out _) ? code : null;
    }

    /// <summary>Returns the rule of a plan, as a start for another.</summary>
    public static RuleForm Of(PlanRule rule) => new()
    {
        Method = rule.Method,
        Indicators = [.. rule.Indicators.Select(indicator => (indicator.Name, $"{indicator.Share}"))],
        Reserve = $"{rule.ReservePercent}",
        Minimum = $"{rule.MinimumCartons}",
        Maximum = $"{rule.MaximumCartons}",
        Excluded = [.. rule.Excluded.Select(code => code.Value)],
        Fixed = (rule.Fixed ?? new Dictionary<RecipientCode, long>()).ToDictionary(amount => amount.Key.Value, amount => $"{amount.Value}", StringComparer.Ordinal),
        RemainderTo = rule.RemainderTo?.Value ?? "",
    };

    static AllocationMethod MethodOf(string name) => Array.Find(Enum.GetValues<AllocationMethod>(), method => Wire.NameOf(method) == name);
}
