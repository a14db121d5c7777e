using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Contracts.Languages;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

/// <summary>Every refusal that the source can give has its status and its texts, and there is no text that nothing gives.</summary>
public sealed partial class RefusalTests
{
    static readonly string[] Languages = [.. LanguageFacts.All.Select(language => language.Tag)];

    static readonly List<(string File, string Text)> Source =
        [.. new[] { "services", "shared" }.SelectMany(part => SourceTree.Files(part, "*.cs")).Select(file => (file, SourceTree.Read(file)))];

    static readonly Dictionary<string, Dictionary<string, string>> Texts =
        new[] { "services", "shared" }.SelectMany(part => SourceTree.Files(part, "Refusals.json"))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement>>>(SourceTree.Read(file))!)
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Value.ToDictionary(text => text.Key, text => AllForms(text.Value), StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    public void Every_refusal_of_the_source_has_its_texts()
    {
        var missing = Given().Where(given => !Texts.ContainsKey(given.Code)).Select(given => $"{given.Code} in {given.File}").Distinct().Order(StringComparer.Ordinal);

        Nothing(missing);
    }

    [Fact]
    public void Every_text_belongs_to_a_refusal_of_the_source()
    {
        // A code may reach its refusal by way of a constant or a parameter, so any literal counts.
        var literals = Source.SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Nothing(Texts.Keys.Where(code => !code.StartsWith("status-", StringComparison.Ordinal) && !literals.Contains(code)));
    }

    [Fact]
    public void Every_code_that_is_not_a_literal_is_looked_at_by_a_person()
    {
        // Where the first argument is no literal, this test cannot see the code. These are the places known to be right.
        string[] known =
        [
            "services/Distribution/Plans/AllocationRefusal.cs", // hands on the codes of allocation faults
            "services/Intake/PackingFiles/CartonConflicts.cs", // Fault: its callers pass the literal
            "services/Intake/PackingFiles/PackingListCells.cs", // BlankFault: its callers pass the literal
            "shared/Client/QueryText.cs", // names the fault by the type of the parameter
            "shared/Contracts/Syntax/Code.cs", // EndsInCheckDigit: its callers pass the literal
            "shared/Hosting/Commands/RequestJson.cs", // hands on the code of a fault
            "shared/Hosting/Refusals/Refusal.cs", // hands on the code of a fault
        ];

        Nothing(Source.Where(file => NotLiteral().IsMatch(file.Text)).Select(file => file.File).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_stands_in_three_languages_with_the_same_facts_and_a_status()
    {
        var wrong = new List<string>();
        foreach (var (code, entry) in Texts)
        {
            if (!entry.TryGetValue("status", out var status) || status is not ("400" or "401" or "404" or "405" or "409" or "413" or "422" or "429" or "500" or "503"))
                wrong.Add($"{code}: status");
            else if (!Texts.ContainsKey($"status-{status}"))
                wrong.Add($"{code}: no title for {status}");
            if (!Languages.Append("status").ToHashSet(StringComparer.Ordinal).SetEquals(entry.Keys))
                wrong.Add($"{code}: {string.Join(", ", entry.Keys)}");
            else if (Languages.Select(language => string.Join(' ', Placeholder().Matches(entry[language]).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal))).Distinct().Count() > 1)
                wrong.Add($"{code}: other facts in another language");
            else if (Languages.Any(language => entry[language].Trim() != entry[language] || entry[language].Length == 0))
                wrong.Add($"{code}: blank or padded");
        }

        Nothing(wrong);
    }

    [Fact]
    public void No_text_speaks_to_people_in_names_of_the_interface() => Nothing(
        from entry in Texts
        from language in Languages
        from match in InterfaceName().Matches(Placeholder().Replace(entry.Value[language], ""))
        where match.Value != "iPhone"
        select $"{entry.Key}: {match.Value}");

    [Fact]
    public void No_code_has_two_entries_that_can_meet_in_one_program()
    {
        // All services and the portal can run in one process.
        var files = new[] { "services", "shared" }.SelectMany(part => SourceTree.Files(part, "Refusals.json"));
        var codes = files.SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(SourceTree.Read(file))!.Keys);

        Nothing(codes.GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    static string AllForms(JsonElement text) => string.Join(' ', new Wording(text).Forms);

    /// <summary>Shows all that is wrong, not the first few.</summary>
    static void Nothing(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    static IEnumerable<(string Code, string File)> Given() =>
        Source.SelectMany(file => Refused().Matches(file.Text).Select(match => (match.Groups[1].Value, file.File)));

    [GeneratedRegex(@"(?:Refusal\(|Fault\(|EndsInCheckDigit\([^,()]+,)\s*""([a-z0-9-]+)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Refused();

    [GeneratedRegex("\"([a-z0-9-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();

    [GeneratedRegex("""new (?:Refusal|CodeFault)\(\s*[^"\s)]""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotLiteral();

    [GeneratedRegex("(?<![A-Za-z])[a-z]+[A-Z][a-zA-Z]*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InterfaceName();

    [GeneratedRegex(@"\{[a-zA-Z]+\}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();
}
