using System.Collections;
using System.Globalization;
using System.Text;
using Logistics.Portal.Pages;
using QRCoder;

namespace Logistics.Portal.Pictures;

/// <summary>A QR code as one path, error correction M, with the quiet zone of four modules that ISO/IEC 18004 asks for.</summary>
public static class QrCode
{
    /// <param name="text">What a reader gets.</param>
    /// <param name="label">What it leads to, in words.</param>
    public static Html Draw(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        return Html.Of($"""
            <svg class="qr" viewBox="0 0 {modules.Count} {modules.Count}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path stroke="#000" d="{Path(modules)}"/></svg>
            """);
    }

    /// <summary>A line through the middle of each row, drawn where modules are dark: short, because sheets have many codes.</summary>
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
