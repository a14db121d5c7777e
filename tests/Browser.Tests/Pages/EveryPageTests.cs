using Logistics.Hosting.Refusals;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Pages;

/// <summary>What holds for every page that there is, in every language, on a desk and on a telephone, light and dark.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    const int MaxBytes = 150_000;

    public static TheoryData<string, string> Pages() => new(Route.Approved()
        .Where(route => route.Kind == "PAGE")
        .Select(route => (route.Pattern, route.Who.Contains(Route.Public, StringComparer.Ordinal) ? Route.Public : route.Who[0])));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_valid_light_and_alone(string pattern, string who)
    {
        var route = Route.Approved().Single(route => route.Kind == "PAGE" && route.Pattern == pattern);

        var faults = await Task.WhenAll(Languages.All.Select(language => (language, Device.Desk)).Append(("ja", Device.Telephone))
            .Select(way => Look(route, who, way.Item1, way.Item2)));

        Assert.True(faults.All(found => found.Count == 0), string.Join('\n', faults.SelectMany(found => found)));
    }

    async Task<List<string>> Look(Route route, string who, string language, Device device)
    {
        var faults = new List<string>();
        await using var context = await portal.Open(chromium, who, device, language);
        var watched = await Watched.Open(context, portal.Address);
        var answer = await watched.Page.GotoAsync(route.Address);
        var where = $"{answer!.Url} {language} {device.Width}px";
        // A photograph of a discrepancy has an address among the pages. No script may run in it, so neither can axe.
        if (answer.Headers["content-type"].StartsWith("image/", StringComparison.Ordinal))
            return answer.Headers["content-security-policy"].Contains("sandbox", StringComparison.Ordinal) ? [] : [$"{where}: not in a sandbox"];
        // The page of errors is the only one that is an error.
        if (!answer.Ok && route.Pattern != "/error/{status:int}")
            faults.Add($"{where}: {answer.Status}");
        if (await watched.Page.GetAttributeAsync("html", "lang") != language)
            faults.Add($"{where}: not in {language}");
        if (await watched.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"))
            faults.Add($"{where}: scrolls sideways");
        // Colours are the same in every language.
        var isColoured = language == "ja";
        Add("light", await (isColoured ? Axe.Violations(watched.Page) : Axe.ViolationsButContrast(watched.Page)));
        if (isColoured)
        {
            await watched.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            Add("dark", await Axe.ViolationsOfContrast(watched.Page));
        }

        faults.AddRange(watched.TakeFaults().Where(fault => answer.Ok || !fault.Contains("404", StringComparison.Ordinal)).Select(fault => $"{where}: {fault}"));
        if (watched.TakeWeight() is > MaxBytes and var weight)
            faults.Add($"{where}: {weight:N0} bytes");
        if (device == Device.Desk)
            faults.AddRange(Markup.Faults(await answer.TextAsync()).Select(fault => $"{where}: {fault}"));
        return faults;

        void Add(string scheme, IEnumerable<string> violations) => faults.AddRange(violations.Select(violation => $"{where} {scheme}: {violation}"));
    }
}
