using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Pages;

/// <summary>
/// The accessibility rules of axe-core, run in the page itself: the pages have no frames, and what is in order is neither listed nor sent.
/// </summary>
static class Axe
{
    static readonly string Script = Read();

    /// <summary>The violations of all rules that axe-core switches on by itself, or of <paramref name="rules"/> alone.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page, params string[] rules)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script} }} }}");
        return await page.EvaluateAsync<string[]>(
            """
            async rules => (await axe.run(document, {
                resultTypes: ['violations'], selectors: false, iframes: false,
                ...(rules.length ? { runOnly: rules } : {}),
            })).violations.map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html).join('; ')}`)
            """,
            rules);
    }

    static string Read()
    {
        var assembly = typeof(AxeRunOptions).Assembly;
        using var script = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)));
        using var reader = new StreamReader(script!);
        return reader.ReadToEnd();
    }
}
