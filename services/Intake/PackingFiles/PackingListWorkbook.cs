using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Logistics.Contracts.Syntax;

namespace Logistics.Intake.PackingFiles;

/// <summary>
/// Reads the first visible sheet with content of an XLSX workbook (ECMA-376, transitional or strict) as displayed: shared and
/// inline texts without phonetic guides, dates as dates, results of formulas. Limits everything that a hostile file could inflate before
/// unpacking it.
/// </summary>
static partial class PackingListWorkbook
{
    /// <summary>Maximum size of all unpacked parts in bytes: ten times that of a full list of 100,000 rows.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    const int MaxParts = 2_000;

    /// <summary>Maximum number of cells read from a row; the widest list has a dozen.</summary>
    const int MaxCells = 256;

    /// <summary>The value from which a number has lost digits: spreadsheets keep 15.</summary>
    const double Rounded = 1e15;

    static readonly byte[] Zip = [0x50, 0x4B];
    static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>Returns whether the bytes start like a workbook, readable or not.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Zip) || file.StartsWith(Compound);

    /// <returns>
    /// The rows by the number that the sheet shows, at most one more than the maximum, or a fault: <c>packing-list-encrypted</c>,
    /// <c>packing-list-xls</c>, <c>packing-list-not-xlsx</c>, <c>packing-list-unpacked-size</c>, <c>packing-list-damaged</c>.
    /// </returns>
    public static (IReadOnlyList<(int Row, string[] Cells)> Rows, CodeFault? Fault) Read(ReadOnlyMemory<byte> file, int mostRows)
    {
        if (file.Span.StartsWith(Compound))
            return ([], file.Span.IndexOf(EncryptedPackage) >= 0 ? new CodeFault("packing-list-encrypted") : new CodeFault("packing-list-xls"));
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxParts || archive.Entries.Sum(part => part.Length) > MaxBytes)
                return ([], new CodeFault("packing-list-unpacked-size", ("most", MaxBytes >> 20)));
            return Related(archive, "").FirstOrDefault(part => part.Kind == "officeDocument").Part is { } workbook && archive.GetEntry(workbook) is not null
                ? (Rows(archive, workbook, mostRows), null)
                : ([], new CodeFault("packing-list-not-xlsx"));
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or FormatException or OverflowException or IOException or NotSupportedException)
        {
            return ([], new CodeFault("packing-list-damaged"));
        }
    }

    static List<(int, string[])> Rows(ZipArchive archive, string workbook, int mostRows)
    {
        var related = Related(archive, workbook).ToList();
        var texts = related.Find(part => part.Kind == "sharedStrings").Part is { } shared ? Texts(archive, shared) : [];
        var (sheets, since1904) = Sheets(archive, workbook);
        var dates = WorkbookDates.Read(related.Find(part => part.Kind == "styles").Part is { } styles ? Open(archive, styles) : null, since1904);
        foreach (var part in sheets.Select(id => related.Find(part => part.Id == id).Part).OfType<string>())
        {
            using var sheet = Open(archive, part);
            var rows = sheet is null ? [] : Rows(sheet, texts, dates, mostRows);
            if (rows.Exists(row => row.Item2.Any(cell => !string.IsNullOrWhiteSpace(cell))))
                return rows;
        }

        return [];
    }

    /// <summary>Returns the relationship ids of the visible sheets in order, and whether days are counted from 1904.</summary>
    static (List<string> Sheets, bool Since1904) Sheets(ZipArchive archive, string workbook)
    {
        var (sheets, since1904) = (new List<string>(), false);
        using var xml = Open(archive, workbook) ?? throw new InvalidDataException();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                since1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible" && IdOf(xml) is { } id)
                sheets.Add(id);
        }

        return (sheets, since1904);
    }

    /// <summary>Returns the attribute <c>r:id</c>, whatever its prefix and namespace.</summary>
    static string? IdOf(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
                return xml.Value;
        }

        return null;
    }

    static List<(int, string[])> Rows(XmlReader xml, List<string> texts, WorkbookDates dates, int mostRows)
    {
        var rows = new List<(int, string[])>();
        var cells = new List<string>();
        var row = 0;
        while (rows.Count <= mostRows && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
                break;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                row = xml.GetAttribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1;
                cells.Clear();
                if (xml.IsEmptyElement)
                    rows.Add((row, []));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                var column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : cells.Count;
                var text = Cell(xml, texts, dates);
                column = Math.Min(column, MaxCells - 1);
                while (cells.Count <= column)
                    cells.Add("");
                if (text.Length > 0)
                    cells[column] = text;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row")
            {
                rows.Add((row, [.. cells]));
            }
        }

        return rows;
    }

    /// <summary>Returns the column, from 0, of a cell reference such as <c>AB12</c>.</summary>
    static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        return Math.Max(column - 1, 0);
    }

    static string Cell(XmlReader xml, List<string> texts, WorkbookDates dates)
    {
        var (type, style) = (xml.GetAttribute("t"), int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0);
        if (xml.IsEmptyElement)
            return "";
        var (value, depth) = ("", xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" && !xml.IsEmptyElement)
                value = Characters(xml);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "is")
                value = RichText(xml);
        }

        return type switch
        {
            "s" => value.Length == 0 ? "" : texts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) is var at && at < texts.Count ? at : throw new InvalidDataException()],
            "inlineStr" or "str" or "e" => Unescape(value),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "d" => value.Split('T')[0],
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? dates.Show(number, style) ?? Number(number) : value,
        };
    }

    static string Number(double number) =>
        Math.Abs(number) >= Rounded ? number.ToString("0.00000000000000E+00", CultureInfo.InvariantCulture)
        : number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    static List<string> Texts(ZipArchive archive, string part)
    {
        var texts = new List<string>();
        using var xml = Open(archive, part);
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                texts.Add(Unescape(RichText(xml)));
        }

        return texts;
    }

    /// <summary>Returns all runs of a text without the phonetic guide above Japanese characters.</summary>
    static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth, guide) = (new StringBuilder(), xml.Depth, int.MaxValue);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= guide)
                guide = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? xml.Depth : int.MaxValue;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false } && xml.Depth < guide)
                text.Append(Characters(xml));
        }

        return text.ToString();
    }

    static string Characters(XmlReader xml)
    {
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Lists the parts related to a part, with the last segment of their type; skips parts outside the file.</summary>
    static IEnumerable<(string Id, string Kind, string Part)> Related(ZipArchive archive, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var xml = Open(archive, $"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("TargetMode") == "External")
                continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
                yield return (id, type[(type.LastIndexOf('/') + 1)..], Absolute(folder, target));
        }
    }

    static string Absolute(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
                names.RemoveAt(names.Count - 1);
            else if (name is not ("." or ".."))
                names.Add(name);
        }

        return string.Join('/', names);
    }

    static XmlReader? Open(ZipArchive archive, string part) => archive.GetEntry(part) is { } entry ? XmlReader.Create(entry.Open(), Careful) : null;

    static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>Matches an escaped character that XML cannot contain (ECMA-376, ST_Xstring).</summary>
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
