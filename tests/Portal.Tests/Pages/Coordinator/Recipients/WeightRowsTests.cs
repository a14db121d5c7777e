using System.Text;
using Logistics.Portal.Pages.Coordinator.Recipients;

namespace Logistics.Portal.Tests.Pages.Coordinator.Recipients;

public sealed class WeightRowsTests
{
    [Theory]
    [InlineData("13,41459\n27,25003")]
    [InlineData("コード,名称,病床数\r\n13,東京都,\"41,459\"\r\n\r\n27,大阪府,25003\r\n合計,,66462\r\n")]
    [InlineData("１３\t東京都\t４１４５９\n27\t大阪府\t25003\n,,\n")]
    [InlineData("13\tTokyo\t41,459\n27\tOsaka\t25,003")]
    [InlineData("code;beds\n13;41459\n27;25003\ntotal;66462")]
    public void Codes_and_figures_are_read_from_what_spreadsheets_make(string text)
    {
        var rows = WeightRows.Read(text);

        Assert.Empty(rows.Wrong);
        Assert.Equal([("13", 41459L), ("27", 25003L)], rows.Weights.Select(weight => (weight.Key.Value, weight.Value)));
    }

    [Fact]
    public void Every_row_that_cannot_be_read_is_told_as_the_spreadsheet_numbers_it()
    {
        var rows = WeightRows.Read("code,beds\n13,41459\n\n99x,5\n27,many\n13,7\n5");

        Assert.Equal([(4, "99x,5"), (5, "27,many"), (6, "13,7"), (7, "5")], rows.Wrong);
    }

    [Fact]
    public void A_file_of_Japanese_Excel_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal("13,東京都,5", WeightRows.Decode(Encoding.GetEncoding("shift_jis").GetBytes("13,東京都,5")));
        Assert.Equal("13,東京都,5", WeightRows.Decode([.. Encoding.UTF8.Preamble, .. "13,東京都,5"u8]));
    }
}
