using System.Text.RegularExpressions;
using Logistics.Testing;
using Microsoft.AspNetCore.Antiforgery;

namespace Logistics.Portal.Tests.Assets;

/// <summary>Strings that the scripts and the pages must spell alike, since no compiler compares them.</summary>
public sealed partial class SharedStringTests
{
    static readonly string Scripts = Join("services/Portal/Assets", "*.js");
    static readonly string Pages = Join("services/Portal", "*.cshtml") + Join("services/Portal", "*.cs");

    [Fact]
    public void A_data_attribute_that_a_script_reads_is_written_by_a_page() => Agree(
        Found(DataProperty()).Select(name => "data-" + Upper().Replace(name, letter => "-" + letter.Value.ToLowerInvariant()))
            .Concat(Found(DataAttribute()))
            // Scripts write these themselves.
            .Except(["data-kept", "data-result", "data-sent"]),
        name => Regex.IsMatch(Pages, $@"\b{name}\b(?!-)", RegexOptions.None, TimeSpan.FromSeconds(10)));

    [Fact]
    public void An_id_that_a_script_looks_for_is_in_a_page() => Agree(Found(Id()), id => Pages.Contains($"id=\"{id}\"", StringComparison.Ordinal));

    [Fact]
    public void A_path_that_a_script_asks_for_is_served() => Agree(Found(Path()), path => Pages.Contains($"\"{path}", StringComparison.Ordinal));

    [Fact]
    public void A_code_that_a_script_compares_is_a_refusal()
    {
        var refusals = Join("services", "Refusals.json") + Join("shared", "Refusals.json") + Pages;

        Agree(Found(Code()), code => refusals.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_field_that_a_script_fills_in_or_sends_is_one_of_a_page()
    {
        var sent = StepFields().Match(Script("parcels.js")).Groups[1].Value.Split(',').Select(name => name.Trim(' ', '"'));

        Agree(
            Found(FormField()).Except(["namedItem"]).Concat(sent).Except([new AntiforgeryOptions().FormFieldName]),
            name => Pages.Contains($"name=\"{name}\"", StringComparison.Ordinal) || Pages.Contains($"Field = \"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_antiforgery_token_is_sent_where_the_framework_looks_for_it()
    {
        var options = new AntiforgeryOptions();

        Assert.Contains($" {options.HeaderName}: token", Script("outbox.js"), StringComparison.Ordinal);
        Assert.Contains($"\"{options.FormFieldName}\"", Script("parcels.js"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_outbox_sends_what_the_page_takes()
    {
        var sent = SentReceipt().Match(Script("outbox.js")).Groups[1].Value.Split(',').Select(name => name.Trim());
        var taken = TakenReceipt().Match(Pages).Groups[1].Value;

        Assert.Equal(
            FieldOfRecord().Matches(taken).Select(field => char.ToLowerInvariant(field.Groups[1].Value[0]) + field.Groups[1].Value[1..]),
            sent);
    }

    [Fact]
    public void The_event_of_the_live_stream_has_one_name()
    {
        var named = ListenedTo().Match(Script("portal.js")).Groups[1].Value;

        Assert.NotEmpty(named);
        Assert.Contains($"\"{named}\"", SourceTree.Read("services/Portal/Live/ListenToChanges.cs"), StringComparison.Ordinal);
    }

    static void Agree(IEnumerable<string> inScripts, Func<string, bool> isInPages)
    {
        var all = inScripts.Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(all);
        Assert.Equal([], all.Where(one => !isInPages(one)));
    }

    static IEnumerable<string> Found(Regex pattern) => pattern.Matches(Scripts).Select(match => match.Groups[1].Value);

    static string Script(string name) => SourceTree.Read($"services/Portal/Assets/{name}");

    static string Join(string folder, string pattern) => string.Concat(SourceTree.Files(folder, pattern).Select(SourceTree.Read));

    [GeneratedRegex(@"dataset\.(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex DataProperty();

    [GeneratedRegex(@"\b(data-[a-z-]+[a-z])", RegexOptions.NonBacktracking)]
    private static partial Regex DataAttribute();

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Upper();

    [GeneratedRegex(@"getElementById\(""([\w-]+)""\)", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"[""`](/[a-z][\w/.-]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"\.code [!=]== ""([a-z-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:\.elements\.|namedItem\("")([a-z]\w*)", RegexOptions.NonBacktracking)]
    private static partial Regex FormField();

    [GeneratedRegex(@"for \(const name of \[(.*?)\]\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StepFields();

    [GeneratedRegex(@"JSON\.stringify\(\{ (key.*?) \}\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentReceipt();

    [GeneratedRegex(@"record Kept\((.*?)\);", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TakenReceipt();

    [GeneratedRegex(@"[\w>\]] (\w+)(?:,|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldOfRecord();

    [GeneratedRegex(@"source\.addEventListener\(""(changed\w*)""", RegexOptions.NonBacktracking)]
    private static partial Regex ListenedTo();
}
