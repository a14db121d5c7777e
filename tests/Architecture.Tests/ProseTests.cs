using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Testing;

namespace Logistics.Architecture.Tests;

/// <summary>Searches comments, documents and English texts for the turns of <c>.config/prose.txt</c>.</summary>
public sealed partial class ProseTests
{
    const string Separator = " → ";

    static readonly List<(Regex Turn, string Instead)> Turns =
    [
        .. SourceTree.Read(".config/prose.txt").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(Separator))
            .Select(parts => (new Regex(parts[0], RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), parts[1])),
    ];

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.cshtml")]
    [InlineData("*.js")]
    [InlineData("*.css")]
    public void Comments_read_as_if_a_native_had_written_them(string kind) => Holds(kind, line => Comment().Match(line).Value);

    [Theory]
    [InlineData("*.sh")]
    [InlineData("*.yaml")]
    [InlineData("*.yml")]
    [InlineData("*.conf")]
    [InlineData("run")]
    public void Comments_of_scripts_read_as_if_a_native_had_written_them(string kind) => Holds(kind, line => ScriptComment().Match(line).Value);

    [Fact]
    public void Documents_read_as_if_a_native_had_written_them() => Holds("*.md", line => line);

    [Fact]
    public void English_texts_read_as_if_a_native_had_written_them()
    {
        var hits = new[] { "services", "shared" }.SelectMany(room => SourceTree.Files(room, "*.json"))
            .Where(file => file.Contains("/Texts/", StringComparison.Ordinal) || file.EndsWith("Refusals.json", StringComparison.Ordinal))
            .SelectMany(file => English(JsonDocument.Parse(SourceTree.Read(file)).RootElement).SelectMany(text => Hits(file, text)));

        Assert.Equal("", string.Join('\n', hits));
    }

    [Theory]
    [InlineData("It is none.")]
    [InlineData("Tables are filled anew.")]
    [InlineData("Whoever calls it waits.")]
    public void A_turn_of_the_list_is_found(string text) => Assert.NotEmpty(Hits("", text));

    static void Holds(string kind, Func<string, string> prose)
    {
        var hits = SourceTree.Files("", kind)
            .Where(file => !file.Contains("node_modules/", StringComparison.Ordinal) && Path.GetFileName(file) != nameof(ProseTests) + ".cs")
            .SelectMany(file => SourceTree.Read(file).Split('\n').SelectMany((line, at) => Hits($"{file}:{at + 1}", prose(line))));

        var text = string.Join('\n', hits);
        Assert.True(text.Length == 0, text);
    }

    static IEnumerable<string> Hits(string place, string text) =>
        Turns.Where(one => one.Turn.IsMatch(Code().Replace(text, ""))).Select(one => $"{place}: {one.Turn.Match(text).Value.Trim()} → {one.Instead}");

    static IEnumerable<string> English(JsonElement element) => element.ValueKind != JsonValueKind.Object ? [] : element.EnumerateObject().SelectMany(member =>
        member.Name == "en" ? Strings(member.Value) : English(member.Value));

    static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"(?<![:""'])//.*|^\s*/?\*.*|@\*.*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*#.*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ScriptComment();

    /// <summary>Names are not prose: code in a document, the target of a link.</summary>
    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)|<c>[^<]*</c>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
