using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Tests;

/// <summary>No refusal speaks to people in names of the interface.</summary>
public sealed partial class FieldsInWordsTests
{
    static readonly RefusalTexts Texts = new(typeof(DistributionSlices).Assembly);

    static readonly string[] Fields = [.. Routes().SelectMany(FieldsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_refusal_is_a_whole_sentence_whatever_field_it_names()
    {
        Assert.Superset(new HashSet<string> { "receivedAt", "lines[0].photos[0]", "institution.name", "overdue" }, Fields.ToHashSet());
        foreach (var code in Texts.Codes.Where(code => !code.StartsWith("status-", StringComparison.Ordinal)))
        {
            foreach (var language in Languages.All)
                Assert.All(Fields, field => Assert.True(IsWhole(Texts.Text(code, language, [("field", field), ("needs", "on")])), $"{code}, {language}, {field}"));
        }
    }

    [Fact]
    public void Every_field_has_a_word_in_every_language() =>
        Assert.All(Fields, field => Assert.All(["ja", "zh-Hans"], language => Assert.DoesNotMatch("[A-Za-z]", FieldWords.In(field, language))));

    /// <summary>Ends as sentences do, and has neither a name in camel case nor a path nor an empty place. A product of Apple's is a word.</summary>
    static bool IsWhole(string sentence) =>
        sentence[^1] is '.' or '。' && !InterfaceName().IsMatch(sentence.Replace("iPhone", "", StringComparison.Ordinal));

    static IEnumerable<object> Routes() =>
        typeof(DistributionRoutes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)!).OfType<Client.Route>();

    static IEnumerable<string> FieldsOf(object route)
    {
        var type = route.GetType();
        var asked = type.GetGenericArguments()[0];
        return type.GetGenericTypeDefinition() == typeof(CommandRoute<,>) ? In(asked, "") : QueryText.Parameters(asked).Select(parameter => parameter.Name);
    }

    static IEnumerable<string> In(Type record, string parent)
    {
        foreach (var property in record.GetProperties())
        {
            var path = parent + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            yield return path;
            var type = property.PropertyType;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                path += "[0]";
                type = type.GetGenericArguments()[0];
                yield return path;
            }

            if (type.IsClass && type != typeof(string))
            {
                foreach (var inner in In(type, path + "."))
                    yield return inner;
            }
        }
    }

    [GeneratedRegex(@"\b[a-z]+[A-Z]|[\[\]{}$]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InterfaceName();
}
