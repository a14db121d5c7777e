using System.Text;
using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.Tests.PackingFiles;

public class ReadEncodingTests
{
    const string Japanese = "箱番号,品名,ロット,使用期限,数量";
    const string Chinese = "箱号,产品,批号,有效期,数量";

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("UTF-8 without mark", "UTF-8")]
    [InlineData("utf-16", "UTF-16LE")]
    [InlineData("utf-16BE", "UTF-16BE")]
    [InlineData("shift_jis", "Shift_JIS")]
    public void A_Japanese_list_is_read_in_every_encoding(string saved, string told)
    {
        var reading = Files.Read(Files.Named(saved), Japanese, "Ｃ１,マスク,A,2025年4月,６０", "C2,防護服,A,2025/4/30,50");

        Assert.Equal(told, reading.Encoding);
        Assert.Empty(reading.Faults);
        Assert.Equal(["mask", "garment"], reading.Rows.Select(row => row.Product!.Value.Value));
        Assert.Equal([60, 50], reading.Rows.Select(row => row.Pieces));
    }

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("gb18030", "GB18030")]
    public void A_Chinese_list_is_read_in_every_encoding(string saved, string told)
    {
        var reading = Files.Read(Files.Named(saved), Chinese, "箱1,口罩,A,250400,60", "箱2,防护服,A,2025-04,50");

        Assert.Equal(told, reading.Encoding);
        Assert.Empty(reading.Faults);
        Assert.Equal(["mask", "garment"], reading.Rows.Select(row => row.Product!.Value.Value));
    }

    [Theory]
    [InlineData("gb18030", "口罩", "GB18030")]
    [InlineData("gb18030", "防护服", "GB18030")]
    [InlineData("shift_jis", "マスク", "Shift_JIS")]
    [InlineData("shift_jis", "防護服", "Shift_JIS")]
    public void Under_an_English_header_the_commoner_characters_decide(string saved, string product, string told)
    {
        var reading = Files.Read(Files.Named(saved), "Carton,Product,Lot,Pieces", $"C1,{product},A,60");

        Assert.Equal(told, reading.Encoding);
        Assert.Empty(reading.Faults);
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37 })]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0x80 })]
    public void A_PDF_or_a_picture_is_refused_with_the_remedy(byte[] file)
    {
        var fault = Assert.Single(PackingListReader.Read(file).Faults);

        Assert.Equal("packing-list-not-text", fault.Fault.Code);
        Assert.Equal("save-as-csv", fault.Fact("remedy"));
    }

    [Fact]
    public void UTF16_without_its_mark_is_not_text() =>
        Assert.Equal(["1  packing-list-not-text"], PackingListReader.Read(Encoding.Unicode.GetBytes(Files.English)).Faults());

    [Fact]
    public void A_NUL_in_a_cell_is_a_fault_of_that_cell()
    {
        var reading = Files.ReadRows("C1,,mask,,,A\0B,,60", "C2,,mask,,M\0,A,,60");

        Assert.Equal(["2 Lot cell-control-character", "3 Size cell-control-character"], reading.Faults());
    }
}
