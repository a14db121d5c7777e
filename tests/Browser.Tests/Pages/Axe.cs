using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Pages;

/// <summary>
/// The accessibility rules of axe-core, run in the page itself: the pages have no frames, and what is in order is neither listed nor sent.
/// </summary>
static class Axe
{
    static readonly string Script = Read();

    /// <summary>The only rule that depends on the colours, and the one that takes the longest.</summary>
    const string Contrast = "color-contrast";

    /// <summary>The violations of all rules that axe-core switches on by itself.</summary>
    public static Task<IReadOnlyList<string>> Violations(IPage page) => Violations(page, "{}");

    /// <summary>Of all but those of contrast.</summary>
    public static Task<IReadOnlyList<string>> ViolationsButContrast(IPage page) => Violations(page, $"{{ rules: {{ '{Contrast}': {{ enabled: false }} }} }}");

    /// <summary>Of contrast alone.</summary>
    public static Task<IReadOnlyList<string>> ViolationsOfContrast(IPage page) => Violations(page, $"{{ runOnly: ['{Contrast}'] }}");

    static async Task<IReadOnlyList<string>> Violations(IPage page, string rules)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script} }} }}");
        return await page.EvaluateAsync<string[]>(
            $$"""
            async () => (await axe.run(document, { resultTypes: ['violations'], selectors: false, iframes: false, ...{{rules}} }))
                .violations.map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html).join('; ')}`)
            """);
    }

    static string Read()
    {
        var assembly = typeof(AxeRunOptions).Assembly;
        using var script = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)));
        using var reader = new StreamReader(script!);
        return reader.ReadToEnd();
    }
}
