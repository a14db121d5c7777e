using Logistics.Intake.PackingFiles;

namespace Logistics.Intake.Tests.PackingFiles;

public class ReadHeaderTests
{
    [Theory]
    [InlineData("Carton No.,Product,Lot,Qty")]
    [InlineData("CARTON NO;ITEM;BATCH NO.;PIECES (pcs)")]
    [InlineData("箱号/Carton No\t产品/Product\t批号/Lot No.\t数量/Qty")]
    [InlineData("箱番号,品目,ﾛｯﾄ,枚数（枚）")]
    [InlineData("カートン番号,商品名,ロット番号,件数")]
    [InlineData("備考,Ｌｏｔ　Ｎｏ．,数量,品名,箱號")]
    [InlineData("\"Carton\nNo\",Product,Lot,\"Pieces\"")]
    public void The_columns_are_known_in_three_languages_any_order_and_separator(string header)
    {
        var separator = header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
        var row = header.StartsWith("備考", StringComparison.Ordinal) ? "to Tokyo,A,60,mask,C1" : "C1,mask,A,60";

        var reading = Files.Read(header, row.Replace(',', separator));

        Assert.Empty(reading.Faults);
        var read = Assert.Single(reading.Rows);
        Assert.Equal(("C1", "mask", "A", 60, 2), (read.CartonCode, read.Product!.Value.Value, read.Lot.Value, read.Pieces, read.Row));
    }

    [Fact]
    public void Every_missing_column_is_named_on_row_1()
    {
        var reading = Files.Read("Size,Remarks", "M,none");

        Assert.Equal(["1 carton column-missing", "1 product column-missing", "1 lot column-missing", "1 pieces column-missing"], reading.Faults());
        Assert.Equal("sscc", reading.Faults[0].Fact("or"));
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void A_missing_column_does_not_hide_the_faults_of_the_others() =>
        Assert.Equal(["1 lot column-missing", "2 Qty pieces-format"], Files.Read("Carton,Product,Qty", "C1,mask,many").Faults());

    [Fact]
    public void SSCC_and_GTIN_stand_in_for_carton_and_product()
    {
        var row = Assert.Single(Files.Read("SSCC,GTIN,Lot,Qty", "395212340000000014,4006381333931,A,60").Rows);

        Assert.Equal(("395212340000000014", "04006381333931"), (row.Sscc!.Value.Value, row.Gtin!.Value.Value));
        Assert.Null(row.Product);
        Assert.Null(row.CartonCode);
    }

    [Fact]
    public void Two_columns_of_one_meaning_are_refused() =>
        Assert.Equal(["1 件数 column-duplicate"], Files.Read("箱番号,品名,ロット,数量,件数", "C1,マスク,A,60,1").Faults());

    [Fact]
    public void An_empty_template_is_refused()
    {
        Assert.Equal(["1  packing-list-empty"], Files.ReadRows().Faults());
        Assert.Equal(["1  packing-list-empty"], Files.ReadRows(",,,,,,,", "", "合計,,,,,,,0").Faults());
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Contains("1  packing-list-empty", PackingListReader.Read(Array.Empty<byte>()).Faults());
}
