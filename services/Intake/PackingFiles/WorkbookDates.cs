using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Logistics.Intake.PackingFiles;

/// <summary>Recognises dates in a workbook, which stores a day as a number that only its cell format marks as a date (ECMA-376, 18.8.30).</summary>
sealed partial class WorkbookDates
{
    const int LastSerial = 2_958_465;

    readonly List<Shape> shapes = [];
    readonly bool since1904;

    WorkbookDates(bool since1904) => this.since1904 = since1904;

    enum Shape
    {
        Number,
        Day,

        /// <summary>Shows only year and month, so the day is unknown.</summary>
        Month,
    }

    /// <param name="styles">Read and closed here; null for a workbook without styles.</param>
    /// <param name="since1904">Whether days are counted from 1904 instead of 1900.</param>
    public static WorkbookDates Read(XmlReader? styles, bool since1904)
    {
        var dates = new WorkbookDates(since1904);
        var own = new Dictionary<int, string>();
        var inCells = false;
        using (styles)
        {
            while (styles?.Read() == true)
            {
                if (styles.LocalName == "cellXfs")
                    inCells = styles is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                else if (styles is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && Number(styles, "numFmtId") is { } id)
                    own[id] = styles.GetAttribute("formatCode") ?? "";
                else if (inCells && styles is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                    dates.shapes.Add(ShapeOf(Number(styles, "numFmtId") ?? 0, own));
            }
        }

        return dates;
    }

    /// <returns><c>2025-04-30</c>, or <c>2025-04</c> if the cell shows no day; null for a plain number.</returns>
    public string? Show(double number, int style)
    {
        var shape = style < shapes.Count ? shapes[style] : Shape.Number;
        if (shape == Shape.Number || number is < 1 or > LastSerial)
            return null;
        // Workbooks count the nonexistent 29 February 1900 as day 60.
        var day = since1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, number < 60 ? 31 : 30);
        return day.AddDays((int)number).ToString(shape == Shape.Day ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
    }

    static Shape ShapeOf(int id, Dictionary<int, string> own)
    {
        if (!own.TryGetValue(id, out var format))
        {
            return id switch
            {
                17 or 55 => Shape.Month,
                14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => Shape.Day,
                _ => Shape.Number,
            };
        }

        var plain = Literal().Replace(format.Split(';')[0], "");
        return plain.Contains('d', StringComparison.OrdinalIgnoreCase) ? Shape.Day
            : plain.Contains('y', StringComparison.OrdinalIgnoreCase) ? Shape.Month
            : Shape.Number;
    }

    static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Matches quoted texts, single characters after a backslash, colours and locales.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
