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
            <svg class="qr" viewBox="0 0 {modules.Count} {modules.Count}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path fill="#000" d="{Path(modules)}"/></svg>
            """);
    }

    /// <summary>Dark modules of a row that stand side by side are one rectangle.</summary>
    static string Path(List<System.Collections.BitArray> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            var x = 0;
            while (x < modules.Count)
            {
                var from = x;
                while (x < modules.Count && modules[y][x])
                    x++;
                if (x > from)
                    path.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from).Append("v1h-").Append(x - from).Append('z');
                else
                    x++;
            }
        }

        return path.ToString();
    }
}
