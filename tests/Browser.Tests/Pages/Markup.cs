using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace Logistics.Browser.Tests.Pages;

/// <summary>What a page's HTML says against the HTML standard: every parse error, and rules on ids, references, forms and content models.</summary>
static class Markup
{
    static readonly string[] References = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list", "form"];

    static readonly HashSet<string> Phrasing = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "datalist", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark", "meter",
        "output", "picture", "progress", "q", "ruby", "rb", "rp", "rt", "s", "samp", "script", "select", "small", "span", "strong", "sub", "sup", "svg", "template", "textarea",
        "time", "u", "var", "video", "wbr", "noscript", "option", "optgroup", "canvas",
    };

    static readonly string[] PhrasingOnly = ["p", "span", "small", "strong", "label", "button", "time", "h1", "h2", "h3", "h4", "dt", "legend", "summary", "caption"];

    public static IReadOnlyList<string> Faults(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, error) => faults.Add(error is HtmlErrorEvent e ? $"{e.Message} at line {e.Position.Line}: {Line(html, e.Position.Line)}" : "error");
        using var page = parser.ParseDocument(html);
        faults.AddRange(page.All.Where(one => one.Id is not null).GroupBy(one => one.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"id {same.Key} stands {same.Count()} times"));
        foreach (var one in page.All.Where(one => !one.Ancestors<IElement>().Any(above => above.LocalName == "template")))
        {
            faults.AddRange(References
                .SelectMany(name => (one.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (name, id)))
                .Where(reference => page.GetElementById(reference.id) is null)
                .Select(reference => $"{reference.name}={reference.id} names nothing"));
            if (one.Attributes.FirstOrDefault(attribute => attribute.Name is "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)) is { } inline)
                faults.Add($"<{one.LocalName} {inline.Name}> is inline");
            if (one.LocalName is "a" or "button" or "label" && one.Ancestors<IElement>().Any(above => above.LocalName is "a" or "button"))
                faults.Add($"<{one.LocalName}> is inside of another control: {one.OuterHtml}");
            if (PhrasingOnly.Contains(one.LocalName, StringComparer.Ordinal) && one.NamespaceUri == NamespaceNames.HtmlUri)
            {
                faults.AddRange(one.Children
                    .Where(child => child.NamespaceUri == NamespaceNames.HtmlUri && !Phrasing.Contains(child.LocalName))
                    .Where(child => !(one.LocalName is "caption" or "summary" or "legend" && child.LocalName is "h1" or "h2" or "h3"))
                    .Select(child => $"<{child.LocalName}> may not be in <{one.LocalName}>"));
            }

            if (one.LocalName is "ul" or "ol" && one.Children.FirstOrDefault(child => child.LocalName is not ("li" or "template" or "script")) is { } stray)
                faults.Add($"<{stray.LocalName}> may not be in <{one.LocalName}>");
            if (one.LocalName == "img" && !one.HasAttribute("alt"))
                faults.Add($"no alt: {one.OuterHtml}");
        }

        return faults;
    }

    static string Line(string html, int line) => html.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";
}
