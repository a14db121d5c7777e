using System.Text.RegularExpressions;
using System.Xml.Linq;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>The image that <c>deploy/Dockerfile</c> makes of each program.</summary>
public sealed partial class ImageTests
{
    static readonly string Dockerfile = SourceTree.Read("deploy/Dockerfile");

    /// <summary>Where the programs in it serve.</summary>
    public static string Port { get; } = Exposed().Match(Dockerfile).Groups["port"].Value;

    /// <summary>What starts the program in it.</summary>
    public static string Program { get; } = EntryPoint().Match(Dockerfile).Groups["program"].Value;

    public static TheoryData<string> Programs { get; } = ["Intake", "Shipment", "Distribution", "Tracking", "Portal"];

    [Fact]
    public void It_serves_at_the_port_that_it_exposes() =>
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={Port} ", Dockerfile, StringComparison.Ordinal);

    [Fact]
    public void What_it_is_made_of_has_a_version() =>
        Assert.All(From().Matches(Dockerfile), from => Assert.Matches(Pinned(), from.Groups["image"].Value));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Packages_are_fetched_with_every_project_file_that_a_program_needs(string program)
    {
        var before = Dockerfile[..Dockerfile.IndexOf("dotnet restore", StringComparison.Ordinal)];
        var copied = Copied().Matches(before.Replace("${SERVICE}", program, StringComparison.Ordinal)).Select(copy => copy.Groups["file"].Value);

        Assert.Equal(Closure($"services/{program}/{program}.csproj").Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_built_of_the_sources_alone()
    {
        var lines = SourceTree.Read(".dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("*", lines[0]);
        Assert.All(
            lines.Where(line => line.StartsWith('!')),
            line => Assert.Contains(line[1..], (string[])[".config", ".editorconfig", "Directory.*.props", "global.json", "services", "shared"]));
    }

    /// <summary>A name and a whole version, which does not move on by itself as «latest» or «10.0» do.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9./-]*:(v?\d+\.\d+\.\d+|\d{4}-CU\d+)[\w.-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pinned();

    static HashSet<string> Closure(string project)
    {
        var all = new HashSet<string>(StringComparer.Ordinal) { project };
        foreach (var reference in XDocument.Parse(SourceTree.Read(project)).Descendants("ProjectReference"))
        {
            var path = Path.GetFullPath(Path.Combine(SourceTree.Root, Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value));
            all.UnionWith(Closure(Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/')));
        }

        return all;
    }

    [GeneratedRegex("^EXPOSE (?<port>[0-9]+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exposed();

    [GeneratedRegex("^ENTRYPOINT \\[\"(?<program>[^\"]+)\"\\]$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EntryPoint();

    [GeneratedRegex("^FROM (--platform=[^ ]+ )?(?<image>[^ \\n]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From();

    [GeneratedRegex("^COPY (?<file>[^ ]+\\.csproj) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Copied();
}
