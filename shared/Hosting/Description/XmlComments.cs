using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Logistics.Hosting.Description;

/// <summary>Reads the doc comments of shared/Client, which the compiler writes to a file next to the assembly.</summary>
sealed partial class XmlComments
{
    readonly Dictionary<string, XElement> members;

    public XmlComments(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        members = File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
            : new Dictionary<string, XElement>(StringComparer.Ordinal);
    }

    /// <summary>Returns the summary of a method; null if it has none.</summary>
    public string? SummaryOfMethod(string type, string method) =>
        members.Where(member => member.Key.StartsWith($"M:{type}.{method}(", StringComparison.Ordinal)).Select(member => Text(member.Value.Element("summary"))).FirstOrDefault();

    public string? SummaryOf(Type type) => Text(members.GetValueOrDefault("T:" + NameOf(type))?.Element("summary"));

    /// <summary>Returns the description of a property, from its own doc comment or the matching parameter of its record.</summary>
    public string? SummaryOf(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(members.GetValueOrDefault($"P:{NameOf(type)}.{property.Name}")?.Element("summary"))
            ?? Text(members.GetValueOrDefault("T:" + NameOf(type))?.Elements("param").FirstOrDefault(one => one.Attribute("name")?.Value == property.Name));
    }

    static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? see.Attribute("langword")?.Value ?? "",
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "paramref" } name => name.Attribute("name")?.Value ?? "",
            XElement other => other.Value,
            _ => "",
        }));
        return Blanks().Replace(words, " ").Trim() is { Length: > 0 } told ? told : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
