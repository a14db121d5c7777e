using System.Text.RegularExpressions;
using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Languages;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Pages.Coordinator.Arrivals;
using Logistics.Portal.Web;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Web;

/// <summary>Holds that every text named by a page exists in all languages, and that every text is named by a page.</summary>
public sealed partial class TextsTests
{
    static readonly List<(string File, string Text)> Source =
        [.. new[] { "*.cs", "*.cshtml" }.SelectMany(kind => SourceTree.Files("services/Portal", kind)).Select(file => (file, SourceTree.Read(file)))];

    [Fact]
    public void Every_text_that_a_page_names_is_there()
    {
        var missing = Source.SelectMany(file => Named().Matches(file.Text).Select(match => (file.File, Key: match.Groups[1].Value)))
            .Where(named => !Texts.Entries.ContainsKey(named.Key))
            .Select(named => $"{named.Key} in {named.File}");

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_file_of_texts_is_named_as_a_folder_that_uses_them()
    {
        const string Portal = "services/Portal";
        const string Folder = Portal + "/Texts/";

        var lost = SourceTree.Files(Portal, "*.json").Where(file => file.StartsWith(Folder, StringComparison.Ordinal))
            .Select(file => Path.ChangeExtension(file[Folder.Length..], null))
            .Where(name => !Directory.Exists(Path.Combine(SourceTree.Root, Portal, "Pages", name)) && !Directory.Exists(Path.Combine(SourceTree.Root, Portal, name)));

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_beginning_that_a_page_completes_has_texts()
    {
        var missing = Beginnings().Where(beginning => !Texts.Entries.Keys.Any(key => key.StartsWith(beginning, StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_member_of_an_enum_that_has_words_has_one()
    {
        var missing = EnumKeys().GroupBy(key => key.Split('.')[0], StringComparer.Ordinal)
            .Where(group => group.Any(Texts.Entries.ContainsKey))
            .SelectMany(group => group.Where(key => !Texts.Entries.ContainsKey(key)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_text_is_named_by_a_page()
    {
        // A key may reach its page by way of a constant or a parameter, so any literal counts. Words of enums are named by their members.
        var literals = Source.SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups[1].Value).Concat(EnumKeys()).ToHashSet(StringComparer.Ordinal);
        var beginnings = Beginnings().ToList();

        var unused = Texts.Entries.Keys.Where(key => !literals.Contains(key)).Where(key => !beginnings.Exists(beginning => key.StartsWith(beginning, StringComparison.Ordinal))).ToList();

        Assert.True(unused.Count == 0, string.Join('\n', unused));
    }

    [Theory]
    [InlineData("foundation.state", typeof(DonationState))]
    [InlineData("foundation.carton-state", typeof(PackingState))]
    [InlineData("transport.milestone", typeof(MilestoneCode))]
    [InlineData("transport.state", typeof(CartonState))]
    [InlineData("transport.condition", typeof(Condition))]
    [InlineData("discrepancy-kind", typeof(CountDiscrepancyKind))]
    [InlineData("transport.board", typeof(Board))]
    [InlineData("documents.kind", typeof(CountDiscrepancyKind))]
    public void Every_member_of_an_enum_has_a_word(string group, Type members)
    {
        var texts = new Texts("en");

        Assert.All(Enum.GetValues(members).Cast<Enum>(), member => Assert.NotEmpty(texts.Word(group, member)));
    }

    [Fact]
    public void Every_text_is_in_its_own_language()
    {
        var wrong = Texts.Entries.SelectMany(entry => Languages.All
            .SelectMany(language => entry.Value[language].Forms, (language, form) => (language, form))
            .Where(text => !IsIn(text.language, Wording.Placeholder().Replace(text.form, "")))
            .Select(text => $"{entry.Key} ({text.language}): {text.form}"));

        Assert.Empty(wrong);
    }

    /// <summary>Marks, codes and figures belong to every language.</summary>
    static bool IsIn(string language, string text) => !Word().IsMatch(text) || language switch
    {
        "ja" => Kana().IsMatch(text) || Han().IsMatch(text) || !SmallWord().IsMatch(text),
        "zh-Hans" => !Kana().IsMatch(text) && (Han().IsMatch(text) || !SmallWord().IsMatch(text)),
        _ => !Kana().IsMatch(text) && !Han().IsMatch(text),
    };

    static IEnumerable<string> EnumKeys() =>
        new[] { typeof(LedgerAccount).Assembly, typeof(Wire).Assembly, typeof(Texts).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>())
            .Select(Texts.KeyOf);

    static IEnumerable<string> Beginnings() =>
        Source.SelectMany(file => Begun().Matches(file.Text)).Select(match => match.Groups[1].Value).Where(beginning => beginning.Contains('.', StringComparison.Ordinal))
            .Concat(Source.SelectMany(file => Grouped().Matches(file.Text)).Select(match => match.Groups[1].Value + "."))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("[tT]exts(?:\\[|\\.Fill\\()\"([a-zA-Z0-9.-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    [GeneratedRegex("\\$\"([a-z0-9-]+\\.(?:[a-zA-Z0-9-]+\\.)*)\\{", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Begun();

    [GeneratedRegex("[tT]exts\\.Word\\(\"([a-zA-Z0-9.-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Grouped();

    [GeneratedRegex("\"([a-zA-Z0-9.-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\p{L}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[a-z]{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallWord();

    [GeneratedRegex(@"[\u3041-\u3096\u30a1-\u30fa]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kana();

    [GeneratedRegex(@"[\u3005\u4e00-\u9fff]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Han();
}
