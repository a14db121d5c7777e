using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Logistics.Portal.Web;

/// <summary>Markup. What an interpolated string puts in is encoded, unless it is markup itself, so nothing can be forgotten.</summary>
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

    /// <summary>A measure in a picture, which no language writes in another way.</summary>
    public void AppendFormatted(int measure) => markup.Append(CultureInfo.InvariantCulture, $"{measure}");

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(markup);

    public override string ToString() => markup.ToString();
}
