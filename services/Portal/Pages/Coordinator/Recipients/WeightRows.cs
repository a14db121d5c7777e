using System.Globalization;
using System.Text;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Recipients;

/// <summary>
/// Reads figures from spreadsheet rows: the first cell is a recipient's code, the last one an integer. Skips names between them,
/// a heading, blank rows and a row of totals.
/// </summary>
/// <param name="Weights">By recipient.</param>
/// <param name="Wrong">Unreadable rows, as numbered by the spreadsheet.</param>
public sealed record WeightRows(IReadOnlyDictionary<RecipientCode, long> Weights, IReadOnlyList<(int Row, string Text)> Wrong)
{
    /// <summary>Possible separators; the first one that occurs in a line separates its cells.</summary>
    static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Words of all languages that begin a line of totals.</summary>
    static readonly string[] Totals = [.. Texts.Entries["sharing.total-words"].Values.SelectMany(words => words.Text.Split(' '))];

    public static WeightRows Read(string text)
    {
        var weights = new Dictionary<RecipientCode, long>();
        var wrong = new List<(int, string)>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Count == 0 || Array.Exists(Totals, total => string.Equals(cells[0], total, StringComparison.OrdinalIgnoreCase)))
                continue;
            var isCode = RecipientCode.TryParse(cells[0], out var code, out _);
            var isNumber = long.TryParse(cells[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var weight);
            // Only rows before the first figure can be a heading.
            if (!isNumber && weights.Count == 0 && wrong.Count == 0 && !lines.Take(i).Any(line => Cells(line).Count > 0))
                continue;
            if (cells.Count < 2 || !isCode || !isNumber || !weights.TryAdd(code, weight))
                wrong.Add((i + 1, lines[i].Trim()));
        }

        return new WeightRows(weights, wrong);
    }

    /// <summary>Decodes UTF-8, otherwise Shift JIS, which Japanese Excel writes.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetString(bytes);
        }
    }

    /// <summary>Splits a line into its non-blank cells. Commas in quotes, or on a line with tabs or semicolons, group digits.</summary>
    static List<string> Cells(string line)
    {
        var quoted = line.Split('"');
        for (var i = 1; i < quoted.Length; i += 2)
            quoted[i] = quoted[i].Replace(",", "", StringComparison.Ordinal);
        var plain = string.Concat(quoted);
        var separator = Array.Find(Separators, plain.Contains);
        return [.. plain.Split(separator).Select(Code.Normalise).Where(cell => cell.Length > 0)];
    }
}
