using System.Text.RegularExpressions;
using Logistics.Testing;

namespace Logistics.Architecture.Tests;

/// <summary>Holds that programs call each other through the typed clients of <c>shared/Client</c>, where each route and each body is declared once.</summary>
public sealed partial class SeamTests
{
    [Theory]
    [InlineData("services")]
    [InlineData("shared")]
    [InlineData("tests/Benchmarks")]
    public void Routes_and_bodies_stand_in_the_client_alone(string folder)
    {
        var wrong = SourceTree.Files(folder, "*.cs").Concat(SourceTree.Files(folder, "*.cshtml"))
            .Where(file => !file.StartsWith("shared/Client/", StringComparison.Ordinal))
            .SelectMany(file => RouteOrBody().Matches(SourceTree.Read(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("""api.Post("/intake/donations", donation)""")]
    [InlineData("""new Uri($"/distribution/parcels/{parcel}")""")]
    [InlineData("JsonContent.Create(new { reason })")]
    public void A_route_or_body_outside_the_client_is_found(string code) => Assert.Matches(RouteOrBody(), code);

    [GeneratedRegex("""\$?"/(intake|shipment|distribution|tracking)/[^"]*"|\b(PostAsJsonAsync|JsonContent\.Create)\b""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RouteOrBody();
}
