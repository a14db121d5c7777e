using System.Text.RegularExpressions;
using System.Xml.Linq;
using Logistics.Testing;

namespace Logistics.Architecture.Tests;

/// <summary>Who may know whom, read from the project files and the source.</summary>
public sealed partial class DependencyTests
{
    [Fact]
    public void Contracts_references_nothing()
    {
        Assert.Empty(References("shared/Contracts/Contracts.csproj", "PackageReference"));
        Assert.Empty(References("shared/Contracts/Contracts.csproj", "ProjectReference"));
    }

    [Fact]
    public void The_event_log_references_no_project() =>
        Assert.Empty(References("shared/EventLog/EventLog.csproj", "ProjectReference"));

    [Fact]
    public void Services_reference_no_service()
    {
        var wrong = SourceTree.Files("services", "*.csproj")
            .Where(file => Path.GetFileNameWithoutExtension(file) != "AllInOne")
            .SelectMany(file => References(file, "ProjectReference").Where(reference => reference.Contains("services", StringComparison.Ordinal)
                || !reference.Contains("shared", StringComparison.Ordinal)).Select(reference => $"{file} → {reference}"));

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("shared/EventLog")]
    [InlineData("shared/Hosting")]
    public void Shared_code_holds_no_word_of_the_domain(string folder)
    {
        var wrong = SourceTree.Files(folder, "*.cs")
            .Where(file => !file.EndsWith("DapperTypes.cs", StringComparison.Ordinal))
            .SelectMany(file => DomainWord().Matches(Example().Replace(SourceTree.Read(file), "")).Select(match => $"{match.Value} in {file}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_package_has_its_version_in_one_place() =>
        Assert.DoesNotContain(
            SourceTree.Files("", "*.csproj"),
            file => XDocument.Parse(SourceTree.Read(file)).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Read("Logistics.sln").Replace('\\', '/');

        Assert.DoesNotContain(SourceTree.Files("", "*.csproj"), file => !solution.Contains(file, StringComparison.Ordinal));
    }

    static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(SourceTree.Read(project)).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Roles (association, foundation) are words of access and not of the domain.</summary>
    [GeneratedRegex(@"\b\w*(mask|gown|garment|donation|donor|parcel|carton|consignment|waybill|shipment|allocation|receipt|prefecture|hospital)\w*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DomainWord();

    /// <summary>A doc comment may give an example in <c>c</c>.</summary>
    [GeneratedRegex("<c>[^<]*</c>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Example();
}
