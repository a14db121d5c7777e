using System.Text.RegularExpressions;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Drawings;

namespace Logistics.Portal.Tests.Drawings;

public sealed partial class QrCodeTests
{
    [Fact]
    public void The_quiet_zone_of_four_modules_stays_white_and_the_finders_are_there()
    {
        var (dark, size) = Modules("https://gifts.example.org/00/395212340000000014");

        Assert.Equal(4, dark.Min(module => module.X));
        Assert.Equal(4, dark.Min(module => module.Y));
        Assert.Equal(size - 5, dark.Max(module => module.X));
        // The upper left finder: seven modules dark, a white ring, three by three.
        Assert.All(Enumerable.Range(4, 7), x => Assert.Contains((x, 4), dark));
        Assert.DoesNotContain((5, 5), dark);
        Assert.Contains((7, 7), dark);
    }

    [Fact]
    public void A_label_of_a_carton_fits_version_three_with_error_correction_M()
    {
        var (dark, size) = Modules("https://gifts.example.org/00/395212340000000014");

        Assert.Equal(29 + 8, size);
        // The two bits of the level, 00 for M, masked with 10, next to the upper left finder.
        Assert.Equal((true, false), (dark.Contains((4, 12)), dark.Contains((5, 12))));
    }

    [Fact]
    public void A_picture_of_its_own_has_the_same_modules() => Assert.Contains(
        (string)Markup.Read(QrCode.Draw("text", "label")).Element("svg")!.Elements("path").Last().Attribute("d")!, QrCode.File("text"), StringComparison.Ordinal);

    [Fact]
    public void Links_are_those_of_GS1_Digital_Link()
    {
        Assert.Equal("https://gifts.example.org/00/395212340000000014", DigitalLink.Of("https://gifts.example.org", Code.Parse<Sscc>("395212340000000014")));
        Assert.Equal("https://gifts.example.org/01/09521234543213", DigitalLink.Of("https://gifts.example.org", Code.Parse<Gtin>("9521234543213")));
    }

    static (HashSet<(int X, int Y)> Dark, int Size) Modules(string text)
    {
        var svg = Markup.Read(QrCode.Draw(text, "label")).Element("svg")!;
        var dark = new HashSet<(int, int)>();
        var (x, y) = (0, 0);
        foreach (Match run in Run().Matches((string)svg.Elements("path").Last().Attribute("d")!))
        {
            (x, y) = run.Groups[1].Value == "M" ? (int.Parse(run.Groups[2].Value), int.Parse(run.Groups[3].Value)) : (x + int.Parse(run.Groups[2].Value), y);
            for (var i = int.Parse(run.Groups[4].Value); i > 0; i--)
                dark.Add((x++, y));
        }

        return (dark, int.Parse(((string)svg.Attribute("viewBox")!).Split(' ')[3]));
    }

    [GeneratedRegex(@"([Mm])(\d+) (\d+)(?:\.5)?h(\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
