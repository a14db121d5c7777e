using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Logistics.Portal.Web;

/// <summary>Builds markup from interpolated strings. Encodes every inserted value that is not markup itself.</summary>
[InterpolatedStringHandler]
public sealed class Html(int literalLength, int formattedCount) : IHtmlContent
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder markup = new(literalLength + formattedCount * 16);

    public static Html Of(Html markup) => markup;

    public static Html Join(IEnumerable<Html> parts)
    {
        var joined = new Html(0, 0);
        foreach (var part in parts)
            joined.AppendFormatted(part);
        return joined;
    }

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(string? text) => markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(Html? part) => markup.Append(part?.markup);

    /// <summary>Appends a measure of a drawing, independent of language.</summary>
    public void AppendFormatted(int measure) => markup.Append(CultureInfo.InvariantCulture, $"{measure}");

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(markup);

    public override string ToString() => markup.ToString();
}
