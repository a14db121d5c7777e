using System.Collections;
using System.Globalization;
using System.Text;
using Logistics.Portal.Web;
using QRCoder;

namespace Logistics.Portal.Drawings;

/// <summary>Draws a QR code as one path with error correction M and the quiet zone of four modules required by ISO/IEC 18004.</summary>
public static class QrCode
{
    /// <summary>Draws a code for a page.</summary>
    /// <param name="text">Content of the code.</param>
    /// <param name="label">Its target in words.</param>
    public static Html Draw(string text, string label)
    {
        var (size, modules) = Modules(text);
        return Html.Of($"""<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges">{modules}</svg>""");
    }

    /// <summary>Draws a code as a separate file.</summary>
    /// <param name="text">Content of the code.</param>
    public static string File(string text)
    {
        var (size, modules) = Modules(text);
        return Html.Of($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">{modules}</svg>""").ToString();
    }

    static (int Size, Html Modules) Modules(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return (size, Html.Of($"""<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{Path(code.ModuleMatrix)}"/>"""));
    }

    /// <summary>Returns one line through the middle of each row, drawn where modules are dark; short, because sheets have many codes.</summary>
    static string Path(List<BitArray> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            var pen = -1;
            for (var x = 0; x < modules.Count;)
            {
                var from = x;
                while (x < modules.Count && modules[y][x])
                    x++;
                if (x == from)
                {
                    x++;
                    continue;
                }

                if (pen < 0)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}.5h{x - from}");
                else
                    path.Append(CultureInfo.InvariantCulture, $"m{from - pen} 0h{x - from}");
                pen = x;
            }
        }

        return path.ToString();
    }
}
