using System.IO.Compression;
using System.Text;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.Tests.PackingFiles;

/// <summary>Workbooks as spreadsheets write them, cell by cell.</summary>
static class Workbooks
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Styles by index: 0 plain, 1 day, 2 year and month, 3 a Japanese day of its own format, 4 a number with a unit in quotes, 5 built-in month.</summary>
    const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy/mm"/><numFmt numFmtId="165" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="166" formatCode="#,##0&quot;dy&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="17"/></cellXfs></styleSheet>""";

    /// <summary>One sheet of these rows, each the whole XML of <c>row</c>.</summary>
    public static byte[] Of(params string[] rows) => With("", Sheet(rows));

    public static string Sheet(params string[] rows) => $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(rows)}</sheetData></worksheet>""";

    /// <param name="texts">Shared strings, each the whole XML of <c>si</c>.</param>
    /// <param name="sheets">Whole sheets; one that begins with «hidden:» is hidden.</param>
    public static byte[] With(string texts, params string[] sheets) => Zip(
    [
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(sheets.Select((sheet, i) => $"""<sheet name="S{i}" sheetId="{i + 1}"{(sheet.StartsWith("hidden:", StringComparison.Ordinal) ? " state=\"hidden\"" : "")} r:id="rId{i + 10}"/>"""))}</sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relations([("rId1", "styles", "styles.xml"), ("rId2", "sharedStrings", "/xl/sharedStrings.xml"), .. sheets.Select((_, i) => ($"rId{i + 10}", "worksheet", $"worksheets/sheet{i}.xml"))])),
        ("xl/styles.xml", Styles),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{texts}</sst>"""),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", sheet.Replace("hidden:", "", StringComparison.Ordinal))),
    ]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A row of inline texts, each in its column; null leaves the cell out.</summary>
    public static string Row(int number, params string?[] texts) =>
        $"""<row r="{number}">{string.Concat(texts.Select((text, i) => text is null ? "" : $"""<c r="{(char)('A' + i)}{number}" t="inlineStr"><is><t>{text}</t></is></c>"""))}</row>""";

    public static PackingListReading Read(byte[] file) => PackingListReader.Read(file);

    static string Relations(params (string Id, string Kind, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(one => $"""<Relationship Id="{one.Id}" Type="{Office}/{one.Kind}" Target="{one.Target}"/>"""))}<Relationship Id="rId99" Type="{Office}/hyperlink" Target="mailto:not a valid@@uri" TargetMode="External"/></Relationships>""";
}
