namespace Logistics.Intake.Tests.PackingFiles;

public class ReadRowsTests
{
    [Fact]
    public void A_row_is_read_with_all_its_columns()
    {
        var row = Assert.Single(Files.ReadRows("C1,(00)395212340000000014,Masks,4006381333931, Ｌ ,Lot-A,2025/4/30,\"1,234\"").Rows);

        Assert.Equal("C1", row.CartonCode);
        Assert.Equal("395212340000000014", row.Sscc!.Value.Value);
        Assert.Equal("mask", row.Product!.Value.Value);
        Assert.Equal("04006381333931", row.Gtin!.Value.Value);
        Assert.Equal("L", row.Size);
        Assert.Equal("Lot-A", row.Lot.Value);
        Assert.Equal("2025-04-30", row.Expiry!.Value.Value);
        Assert.Equal(1234, row.Pieces);
    }

    [Fact]
    public void Blank_rows_and_the_total_line_are_skipped_and_counted()
    {
        var reading = Files.ReadRows("C1,,mask,,,A,,60", "", ",,,,,,,", "C2,,mask,,,A,,60", ",,合計,,,,,120");

        Assert.Empty(reading.Faults);
        Assert.Equal([2, 5], reading.Rows.Select(row => row.Row));
        Assert.Equal(3, reading.RowsSkipped);
    }

    [Theory]
    [InlineData("合計")]
    [InlineData("总计")]
    [InlineData("合计")]
    [InlineData("計")]
    [InlineData("合　計：")]
    [InlineData("Total")]
    [InlineData("GRAND TOTAL")]
    public void A_total_is_known_in_three_languages_also_in_the_column_of_the_carton(string word)
    {
        var reading = Files.ReadRows("C1,,mask,,,A,,60", $"{word},,,,,,,60");

        Assert.Empty(reading.Faults);
        Assert.Equal(1, reading.RowsSkipped);
    }

    [Fact]
    public void A_total_line_with_a_carton_or_before_other_rows_is_no_total()
    {
        Assert.NotEmpty(Files.ReadRows("C1,,mask,,,A,,60", "C2,,total,,,,,60").Faults);
        Assert.NotEmpty(Files.ReadRows("C1,,mask,,,A,,60", ",,合計,,,,,60", "C2,,mask,,,A,,60").Faults);
    }

    [Fact]
    public void A_size_is_as_long_as_the_tables_hold_it() =>
        Assert.Equal(["3 Size text-too-long"], Files.ReadRows($"C1,,mask,,{new string('X', 30)},A,,60", $"C2,,mask,,{new string('X', 31)},A,,60").Faults());

    [Fact]
    public void A_line_break_inside_a_cell_does_not_shift_the_rows() =>
        Assert.Equal(["3 Lot lot-blank"], Files.ReadRows("C1,,mask,,\"L\",A,,60", "C2,,mask,,M,,,\"60\n\"").Faults());

    [Theory]
    [InlineData("\"1,234\"", 1234)]
    [InlineData("1234", 1234)]
    [InlineData("\"１，２３４\"", 1234)]
    [InlineData("60.0", 60)]
    [InlineData("1.0", 1)]
    [InlineData("６０", 60)]
    public void Pieces_are_read_as_Excel_writes_them(string text, long pieces) =>
        Assert.Equal(pieces, Assert.Single(Files.ReadRows($"C1,,mask,,,A,,{text}").Rows).Pieces);

    [Theory]
    [InlineData("60.5", "pieces-format")]
    [InlineData("sixty", "pieces-format")]
    [InlineData("60枚", "pieces-format")]
    [InlineData("6E1", "pieces-format")]
    [InlineData("\"12,34\"", "pieces-format")]
    [InlineData("9999999999999", "pieces-format")]
    [InlineData("0", "pieces-not-positive")]
    [InlineData("-5", "pieces-not-positive")]
    [InlineData("－５", "pieces-not-positive")]
    [InlineData("=60", "cell-formula")]
    [InlineData("", "pieces-blank")]
    public void Pieces_that_are_no_positive_whole_number_are_refused(string text, string code) =>
        Assert.Equal([$"2 Pieces {code}"], Files.ReadRows($"C1,,mask,,,A,,{text}").Faults());

    [Fact]
    public void A_thousands_separator_without_quotes_is_not_read_as_one_piece() =>
        Assert.Equal(["2  row-too-wide"], Files.ReadRows("C1,,mask,,,A,,1,234").Faults());

    [Fact]
    public void Every_cell_at_fault_is_told_in_one_pass()
    {
        var reading = Files.ReadRows(
            ",395212340000000015,95mask,4006381333932,,,2020-02-30,0",
            ",,,,,LOT#1,soon,1.5",
            "C3,,mask,,,A,,60");

        Assert.Equal(
            [
                "2 SSCC sscc-check-digit", "2 Product product-code-format", "2 GTIN gtin-check-digit", "2 Lot lot-blank", "2 Expiry expiry-format",
                "2 Pieces pieces-not-positive",
                "3 Carton No carton-blank", "3 Product product-blank", "3 Lot lot-format", "3 Expiry expiry-format", "3 Pieces pieces-format",
            ],
            reading.Faults());
        Assert.Equal(4, reading.Faults[0].Fact("expected"));
        Assert.Equal([4], reading.Rows.Select(row => row.Row));
    }

    [Fact]
    public void A_formula_is_kept_as_text_and_refused_as_a_code()
    {
        Assert.Equal("=A1", Assert.Single(Files.ReadRows("C1,,mask,,=A1,A,,60").Rows).Size);
        Assert.Equal(
            ["2 Carton No cell-formula", "2 Lot cell-formula"],
            Files.ReadRows("\"=HYPERLINK(\"\"x\"\")\",,mask,,,=1+1,,60").Faults());
    }

    [Fact]
    public void A_quote_that_does_not_close_is_told_where_it_opens()
    {
        Assert.Equal(["3  packing-list-quote"], Files.ReadRows("C1,,mask,,,A,,60", "\"C2,,mask,,,A,,60", "C3,,mask,,,A,,60").Faults());
        Assert.Equal(["2  packing-list-quote"], Files.ReadRows("\"C\"1,,mask,,,A,,60").Faults());
    }

    [Fact]
    public void A_quote_within_a_cell_is_text() => Assert.Equal("5\" x 3\"", Assert.Single(Files.ReadRows("C1,,mask,,5\" x 3\",A,,60").Rows).Size);

    [Fact]
    public void A_whole_gift_is_read()
    {
        string[] rows = [.. Enumerable.Range(1, 8010).Select(n => $"C{n:0000},,mask,,,A,2025-04-30,60")];

        var reading = Files.ReadRows(rows);

        Assert.Equal(8010, reading.Rows.Count);
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void More_than_a_hundred_thousand_rows_are_refused()
    {
        string[] rows = [.. Enumerable.Range(1, 100_001).Select(n => $"C{n},,mask,,,A,,60")];

        Assert.Equal(100_000, Files.ReadRows(rows[..100_000]).Rows.Count);
        Assert.Equal(["100002  packing-list-too-long"], Files.ReadRows(rows).Faults());
    }
}
