using System.Text.RegularExpressions;
using Logistics.Testing;

namespace Logistics.Architecture.Tests;

/// <summary>Keeps the tests of a slice or page where a reader looks for them: at the same path, in the test project of its service.</summary>
public sealed partial class MirrorTests
{
    /// <summary>Slices and pages without a test file. Lower the number with every line that goes.</summary>
    const int MaxExceptions = 35;

    const string Exceptions = "tests/Architecture.Tests/exceptions/mirror.txt";

    [Fact]
    public void Every_slice_and_every_page_has_a_test_file_at_the_same_path()
    {
        var missing = Slices().Concat(Pages())
            .Where(source => !File.Exists(Path.Combine(SourceTree.Root, Test(source))))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Listed(), missing);
    }

    [Fact]
    public void The_list_of_exceptions_only_shrinks() => Assert.Equal(MaxExceptions, Listed().Length);

    [Theory]
    [InlineData("services/Intake/Donations/CloseDonation.cs", "tests/Intake.Tests/Donations/CloseDonationTests.cs")]
    [InlineData("services/Portal/Pages/Public/ShowHome.cshtml", "tests/Portal.Tests/Pages/Public/ShowHomeTests.cs")]
    public void A_test_file_mirrors_its_source(string source, string test) => Assert.Equal(test, Test(source));

    static string[] Listed() => [.. SourceTree.Read(Exceptions).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What a service lists in its table of contents.</summary>
    static IEnumerable<string> Slices() => SourceTree.Files("services", "*Slices.cs")
        .Where(contents => contents != "services/Portal/PortalSlices.cs")
        .SelectMany(contents => Mapped().Matches(SourceTree.Read(contents)).Select(slice => $"{slice.Groups[1].Value}.cs")
            .Select(name => SourceTree.Files(Path.GetDirectoryName(contents)!, name).Single()));

    /// <summary>Partial views, whose names begin with an underscore, are tested with the pages that render them.</summary>
    static IEnumerable<string> Pages() => SourceTree.Files("services/Portal/Pages", "*.cshtml")
        .Where(file => !Path.GetFileName(file).StartsWith('_'));

    static string Test(string source)
    {
        var parts = source.Split('/');
        return string.Join('/', ["tests", $"{parts[1]}.Tests", .. parts[2..^1], $"{Path.GetFileNameWithoutExtension(source)}Tests.cs"]);
    }

    [GeneratedRegex(@"(\w+)\.Map\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mapped();
}
