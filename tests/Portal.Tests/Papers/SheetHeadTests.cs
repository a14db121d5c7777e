using Logistics.Portal.Papers;

namespace Logistics.Portal.Tests.Papers;

public sealed class SheetHeadTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(12, "12")]
    [InlineData(13, "12 1")]
    [InlineData(25, "12 12 1")]
    public void Every_row_is_on_one_sheet_and_a_document_has_at_least_one(int rows, string sheets) =>
        Assert.Equal(sheets, string.Join(' ', SheetHead.Divide(Enumerable.Range(1, rows).ToList(), 12).Select(sheet => sheet.Count)));
}
