using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Users.Records;
using Microsoft.Extensions.Primitives;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>A rule as the fields of a form say it, so that it can stand in an address, and what was typed is never lost.</summary>
public sealed record RuleForm
{
    public const int MostIndicators = 3;

    public AllocationMethod Method { get; init; }

    /// <summary>Names and shares; a blank name is no indicator.</summary>
    public IReadOnlyList<(string Name, string Share)> Indicators { get; init; } = [];

    public string Reserve { get; init; } = "";

    public string Minimum { get; init; } = "";

    /// <summary>Blank for no limit.</summary>
    public string Maximum { get; init; } = "";

    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Cartons by recipient; blank ones are left out.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string RemainderTo { get; init; } = "";

    /// <summary>What a new rule begins with.</summary>
    public static RuleForm Usual { get; } = new() { Indicators = [("physicians", "1")], Reserve = "0", Minimum = "0" };

    /// <param name="fields">Of the query or the form.</param>
    /// <param name="prefix">Which rule: <c>a</c> or <c>b</c>.</param>
    /// <returns>The usual rule where the fields have none.</returns>
    public static RuleForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields, string prefix)
    {
        var own = fields.Where(field => field.Key.StartsWith($"{prefix}-", StringComparison.Ordinal))
            .ToDictionary(field => field.Key[(prefix.Length + 1)..], field => field.Value, StringComparer.Ordinal);
        if (!own.ContainsKey("method"))
            return Usual;
        return new RuleForm
        {
            Method = MethodOf(Text("method")),
            Indicators = [.. Enumerable.Range(1, MostIndicators).Select(i => (Text($"indicator-{i}"), Text($"share-{i}")))],
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

    /// <summary>The fields that <see cref="Read"/> reads the same rule from.</summary>
    public IEnumerable<(string Name, string Value)> Fields(string prefix)
    {
        yield return ($"{prefix}-method", NameOf(Method));
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

    /// <summary>The rule as Distribution is asked for it; what the method does not need is left out.</summary>
    /// <param name="wrong">The first text that should be a whole number and is not; null where there is none.</param>
    public object Asked(out string? wrong)
    {
        string? notNumber = null;
        var isFixed = Method == AllocationMethod.FixedWithRemainder;
        var asked = new
        {
            Method,
            Indicators = isFixed ? null : Indicators.Where(indicator => indicator.Name.Length > 0)
                .Select(indicator => new { indicator.Name, Share = Number(indicator.Share, "1") }).ToArray(),
            ReservePercent = Number(Reserve, "0"),
            MinimumCartons = Number(Minimum, "0"),
            MaximumCartons = Maximum.Length == 0 ? null : (int?)Number(Maximum, "0"),
            Excluded,
            Fixed = isFixed ? Fixed.ToDictionary(amount => amount.Key, amount => Number(amount.Value, "0"), StringComparer.Ordinal) : null,
            RemainderTo = isFixed && RemainderTo.Length > 0 ? RemainderTo : null,
        };
        wrong = notNumber;
        return asked;

        int Number(string text, string blank)
        {
            if (int.TryParse(text.Length == 0 ? blank : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return number;
            notNumber ??= text;
            return 0;
        }
    }

    /// <summary>A rule as it was drafted, to begin another with.</summary>
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

    /// <summary>As a form writes it.</summary>
    public static string NameOf(AllocationMethod method) => method switch
    {
        AllocationMethod.Webster => "webster",
        AllocationMethod.LargestRemainder => "largest-remainder",
        AllocationMethod.MinimumFirst => "minimum-first",
        AllocationMethod.FixedWithRemainder => "fixed-with-remainder",
    };

    static AllocationMethod MethodOf(string name) => Array.Find(Enum.GetValues<AllocationMethod>(), method => NameOf(method) == name);
}
