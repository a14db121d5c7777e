using System.Xml.Linq;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Drawings;

/// <summary>Reads a picture as XML, so that one which is not well formed fails.</summary>
static class Markup
{
    public static XElement Read(Html html) => XElement.Parse($"<div>{html}</div>");

    public static IEnumerable<XElement> With(this XElement element, string name, string @class) =>
        element.Descendants(name).Where(one => ((string?)one.Attribute("class") ?? "").Split(' ').Contains(@class));

    public static int Number(this XElement element, string attribute) => (int)element.Attribute(attribute)!;
}
