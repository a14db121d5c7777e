namespace Logistics.Intake.Tests.PackingFiles;

public class ReadCartonTests
{
    const string First = "395212340000000014";
    const string Second = "395212340000000021";

    [Fact]
    public void Another_lot_product_or_size_in_the_same_carton_makes_it_mixed()
    {
        var reading = Files.ReadRows("C1,,gown,,M,A,,30", "C1,,gown,,L,A,,20", "C1,,gown,,M,B,,10", "C1,,mask,,M,A,,10");

        Assert.Empty(reading.Faults);
        Assert.Equal(4, reading.Rows.Count);
    }

    [Fact]
    public void The_same_product_and_lot_twice_in_one_carton_names_both_rows()
    {
        var fault = Assert.Single(Files.ReadRows("C1,,mask,,,A,,60", "C2,,mask,,,A,,60", "Ｃ１,,口罩,,,A,,50").Faults);

        Assert.Equal((4, "Carton No", "carton-duplicate"), (fault.Row, fault.Column, fault.Fault.Code));
        Assert.Equal((4, 2), (fault.Fact("row"), fault.Fact("other")));
    }

    [Fact]
    public void One_SSCC_under_two_codes_names_both_rows()
    {
        var fault = Assert.Single(Files.ReadRows($"C1,{First},mask,,,A,,60", $"C2,{First},mask,,,B,,60").Faults);

        Assert.Equal((3, "SSCC", "carton-duplicate"), (fault.Row, fault.Column, fault.Fault.Code));
        Assert.Equal((3, 2), (fault.Fact("row"), fault.Fact("other")));
    }

    [Fact]
    public void One_code_with_two_SSCCs_names_both_rows()
    {
        var fault = Assert.Single(Files.ReadRows($"C1,{First},mask,,,A,,60", $"C1,{Second},mask,,,A,,60").Faults);

        Assert.Equal((3, "Carton No", "carton-conflict"), (fault.Row, fault.Column, fault.Fault.Code));
        Assert.Equal((3, 2), (fault.Fact("row"), fault.Fact("other")));
    }

    [Fact]
    public void A_row_that_leaves_the_SSCC_out_belongs_to_the_carton_of_its_code()
    {
        var reading = Files.ReadRows($"C1,{First},mask,,,A,,60", "C1,,mask,,,B,,10");

        Assert.Empty(reading.Faults);
        Assert.All(reading.Rows, row => Assert.Equal(First, row.Sscc!.Value.Value));
        Assert.Equal(["3 Carton No carton-duplicate"], Files.ReadRows($"C1,{First},mask,,,A,,60", "C1,,mask,,,A,,10").Faults());
    }

    [Fact]
    public void An_SSCC_in_the_column_of_the_code_is_an_SSCC()
    {
        var row = Assert.Single(Files.ReadRows($"{First},,mask,,,A,,60").Rows);

        Assert.Equal(First, row.Sscc!.Value.Value);
        Assert.Null(row.CartonCode);
        Assert.Equal(["2 Carton No sscc-check-digit"], Files.ReadRows("395212340000000015,,mask,,,A,,60").Faults());
    }

    [Fact]
    public void A_duplicate_is_found_also_where_another_cell_is_wrong_and_told_in_the_order_of_the_rows() =>
        Assert.Equal(
            ["2 Pieces pieces-format", "3 Carton No carton-duplicate", "4 Lot lot-blank"],
            Files.ReadRows("C1,,mask,,,A,,x", "C1,,mask,,,A,,60", "C2,,mask,,,,,60").Faults());

    [Fact]
    public void A_code_with_a_slash_is_refused() => Assert.Equal(["2 Carton No carton-id-format"], Files.ReadRows("1/20,,mask,,,A,,60").Faults());
}
