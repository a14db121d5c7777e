using System.Buffers.Binary;
using System.Text;
using Logistics.Hosting.Access;
using Logistics.Intake.Tests.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.PackingFiles.Workbooks;

namespace Logistics.Intake.Tests.PackingFiles;

public sealed class ReadWorkbookTests
{
    static readonly string Header = Row(1, "箱番号", "品名", "ロット", "使用期限", "数量");

    [Fact]
    public void Numbers_texts_dates_and_results_of_formulas_are_read_as_the_sheet_shows_them()
    {
        const string Cells = """<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>20200501</v></c>""";
        var reading = Read(With(
            "<si><t>C1</t></si><si><r><t>マス</t></r><r><t>ク</t></r><rPh sb=\"0\" eb=\"2\"><t>ますく</t></rPh></si>",
            Sheet(
                Header,
                $"""<row r="2">{Cells}<c r="D2" s="1"><v>45777</v></c><c r="E2"><f>30*2</f><v>60</v></c></row>""",
                $"""<row r="3">{Cells.Replace("A2", "A3", StringComparison.Ordinal).Replace("<v>0</v>", "<v>1</v>", StringComparison.Ordinal)}<c r="D3" s="2"><v>45748</v></c><c r="E3"><v>6.0000000000000000E+1</v></c></row>""",
                """<row r="4"><c r="A4" t="str"><f>A1</f><v>C3</v></c><c r="B4" t="inlineStr"><is><t xml:space="preserve"> mask </t></is></c><c r="C4" t="inlineStr"><is><t>A</t></is></c><c r="D4" s="3"><v>45777.75</v></c><c r="E4" s="4"><v>1234</v></c></row>""",
                """<row r="5"><c r="A5" t="inlineStr"><is><t>C4</t></is></c><c r="B5" t="inlineStr"><is><t>mask</t></is></c><c r="C5" t="inlineStr"><is><t>A</t></is></c><c r="D5" s="5"><v>45748</v></c><c r="E5"><v>1</v></c></row>""")));

        Assert.Equal("XLSX", reading.Encoding);
        Assert.Empty(reading.Faults);
        Assert.Equal(["20200501", "20200501", "A", "A"], reading.Rows.Select(row => row.Lot.Value));
        Assert.Equal(["2025-04-30", "2025-04", "2025-04-30", "2025-04"], reading.Rows.Select(row => row.Expiry!.Value.Value));
        Assert.Equal([60, 60, 1234, 1], reading.Rows.Select(row => row.Pieces));
        Assert.All(reading.Rows, row => Assert.Equal("mask", row.Product!.Value.Value));
    }

    [Fact]
    public void Blank_rows_gaps_a_title_above_and_the_total_below_are_taken_as_in_a_text()
    {
        var reading = Read(Of(
            "<row r=\"1\"/>", Row(3, "箱番号", "品名", "ロット", "使用期限", "数量"), Row(4, "C1", "マスク", "A", null, "60"), "<row r=\"7\"/>", Row(8, "C2", "マスク", "A", "", "60"), Row(9, "合計", null, null, null, "120")));

        Assert.Empty(reading.Faults);
        Assert.Equal([4, 8], reading.Rows.Select(row => row.Row));
        Assert.Equal((2, 3), (reading.RowsSkipped, reading.HeaderRow));
    }

    [Fact]
    public void Faults_name_row_and_column_and_a_rounded_number_is_none()
    {
        var reading = Read(Of(
            Row(1, "箱番号", "SSCC", "品名", "ロット", "使用期限", "数量"),
            """<row r="2"><c r="B2"><v>3.9521234000000003E+17</v></c><c r="C2" t="inlineStr"><is><t>マスク</t></is></c><c r="D2"/><c r="E2" t="e"><v>#N/A</v></c><c r="F2"><v>60.5</v></c></row>""",
            Row(3, "C1", null, "マスク", "A", null, "60", null, "beyond")));

        Assert.Equal(["2 SSCC cell-number-rounded", "2 ロット lot-blank", "2 使用期限 expiry-format", "2 数量 pieces-format", "3  row-too-wide"], reading.Faults());
        Assert.Equal("3.95212340000000E+17", reading.Faults[0].Fact("value"));
        Assert.Equal(["2 SSCC cell-number-rounded"], Files.ReadRows(",3.95212E+17,mask,,,A,,60").Faults());
    }

    [Fact]
    public void The_first_visible_sheet_with_content_is_the_list()
    {
        var list = Sheet(Header, Row(2, "C1", "マスク", "A", null, "60"));
        var other = Sheet(Header, Row(2, "C2", "マスク", "A", null, "60"));

        Assert.Equal("C1", Assert.Single(Read(With("", "hidden:" + other, Sheet(), Sheet(Row(1, " ")), list, other)).Rows).CartonCode);
        Assert.Equal(["1  packing-list-empty"], Read(With("", Sheet())).Faults().Where(fault => !fault.Contains("missing", StringComparison.Ordinal)));
    }

    /// <summary>A reader that takes a cell for a tree ends the whole program by the first, and takes gigabytes for the second.</summary>
    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("<a/>", "")]
    public void A_cell_that_is_deep_or_wide_is_read_like_any_other(string opening, string closing)
    {
        var cell = string.Concat(Enumerable.Repeat(opening, 100_000)) + "C1" + string.Concat(Enumerable.Repeat(closing, 100_000));

        var reading = Read(Of(Header, $"""<row r="2"><c r="A2"><v>{cell}</v></c></row>""", Row(3, "C2", "マスク", "A", null, "60")));

        Assert.Equal("C2", Assert.Single(reading.Rows).CartonCode);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_its_remedy()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        byte[] locked = [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[40]];
        var whole = Of(Header, Row(2, "C1", "マスク", "A", null, "60"));
        var entity = """<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>""";

        Assert.Equal(["1  packing-list-xls"], Read(old).Faults());
        Assert.Equal(["1  packing-list-encrypted"], Read(locked).Faults());
        Assert.Equal(["1  packing-list-not-xlsx"], Read(Zip(("word/document.xml", "<w/>"))).Faults());
        Assert.Equal(["1  packing-list-damaged"], Read([.. "PK"u8, 3, 4, 20, 0, 6, 0]).Faults());
        Assert.Equal(["1  packing-list-damaged"], Read(whole[..^200]).Faults());
        Assert.Equal(["1  packing-list-damaged"], Read(With("", entity)).Faults());
        Assert.Equal(["1  packing-list-damaged"], Read(Of("<row r=\"-1\">")).Faults());
        Assert.Equal(["1  packing-list-damaged"], Read(Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")).Faults());
    }

    [Fact]
    public void However_a_workbook_is_cut_or_changed_it_is_read_or_refused()
    {
        var whole = Of(Header, Row(2, "C1", "マスク", "A", null, "60"));
        var random = new Random(20200513);
        for (var i = 0; i < 500; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.NotNull(Read(changed));
            Assert.NotNull(Read(whole[..random.Next(whole.Length)]));
        }
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = Zip(("_rels/.rels", ""), ("xl/worksheets/sheet0.xml", new string(' ', 60_000_000)), ("xl/worksheets/sheet1.xml", new string(' ', 60_000_000)));
        Assert.True(bomb.Length < 300_000);

        Assert.Equal(["1  packing-list-unpacked-size"], Read(bomb).Faults());
        Assert.Equal(["1  packing-list-unpacked-size"], Read(Zip([.. Enumerable.Range(0, 2_001).Select(i => ($"{i}", ""))])).Faults());

        // One that lies about its size in the directory gets no more bytes than it says.
        var liar = With("", Sheet(Header, Row(2, "C1", "マスク", "A", null, "60")) + new string(' ', 90_000_000));
        for (var at = 0; at + 46 < liar.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(liar.AsSpan(at)) == 0x02014B50 && BinaryPrimitives.ReadUInt32LittleEndian(liar.AsSpan(at + 24)) > 80_000_000)
                BinaryPrimitives.WriteUInt32LittleEndian(liar.AsSpan(at + 24), 100);
        }

        Assert.Equal(["1  packing-list-damaged"], Read(liar).Faults());
    }

    [Fact]
    public void A_whole_gift_is_read_and_too_many_rows_are_refused()
    {
        var file = Of([Header, .. Enumerable.Range(2, 8_010).Select(i => Row(i, $"C{i:0000}", "マスク", "A", "2025-04-30", "60"))]);

        var reading = Read(file);

        Assert.Equal((8_010, 0), (reading.Rows.Count, reading.Faults.Count));
        Assert.Equal(["100002  packing-list-too-long"], Read(Of([Header, .. Enumerable.Range(2, 100_001).Select(i => Row(i, $"C{i}", "マスク", "A", null, "1"))])).Faults());
    }

    [Fact]
    public async Task A_workbook_is_tried_attached_and_recognised_like_a_text()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", DonationFixtures.PledgeOf(1_000, 500))).Expect(201);
        const string Path = "/intake/donations/D-2020-0001/packing-lists";
        var right = Of(Header, Row(2, "C1", "マスク", "A", "2025-04", "60"), Row(3, "C1", "防護服", "G", null, "10"), Row(4, "C2", "防護服", "G", null, "50"));
        var wrong = Of(Row(2, "箱番号", "品名", "ロット", "使用期限", "数量"), Row(3, "C1", "マスク", "A", null, "60"), Row(4, "C2", "マスク", "", null, "x"));

        var dry = (await host.Upload(Role.Foundation, Path + "?dryRun=true", right)).Expect(200);
        var refused = (await host.Upload(Role.Foundation, Path + "?dryRun=true", wrong, language: "ja")).Expect(422);
        (await host.Upload(Role.Foundation, Path + "?fileName=list.xlsx", right)).Expect(200);

        Assert.Equal(("XLSX", false), ((string?)dry["encoding"], (bool)dry["stored"]!));
        Assert.Equal(
            """[{"line":1,"product":"mask","cartons":1,"pieces":60,"left":940},{"line":2,"product":"garment","cartons":2,"pieces":60,"left":440}]""",
            dry["lines"]!.ToJsonString());
        Assert.Equal([(4, "ロット"), (4, "数量")], refused["errors"]!.AsArray().Select(error => ((int)error!["row"]!, (string)error["field"]!)));
        Assert.Equal([2, 4], refused["rows"]!.AsArray().Select(row => (int)row!["row"]!));
        Assert.Equal(["C2", "マスク", "", "", "x"], refused["rows"]![1]!["cells"]!.AsArray().Select(cell => (string)cell!));
        Assert.True((bool)(await host.Upload(Role.Foundation, Path, right)).Expect(200)["known"]!);
    }
}
