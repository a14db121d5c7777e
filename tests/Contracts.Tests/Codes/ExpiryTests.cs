using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class ExpiryTests
{
    [Theory]
    [InlineData("2025-04-30", "2025-04-30")]
    [InlineData("2025/4/30", "2025-04-30")]
    [InlineData("20250430", "2025-04-30")]
    [InlineData("250430", "2025-04-30")]
    [InlineData("２０２５年４月３０日", "2025-04-30")]
    [InlineData("250400", "2025-04")]
    [InlineData("2025-04", "2025-04")]
    [InlineData("2025/04", "2025-04")]
    [InlineData("2025年4月", "2025-04")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void Is_read_in_every_spelling(string text, string value) => Assert.Equal(value, Code.Parse<Expiry>(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("2020-02-30")]
    [InlineData("2025-13")]
    [InlineData("202504")]
    [InlineData("2025-00-00")]
    [InlineData("2025-04/30")]
    [InlineData("30/04/2025")]
    [InlineData("43951")]
    [InlineData("1925-04-30")]
    public void A_day_that_does_not_exist_or_cannot_be_told_is_refused(string text) =>
        Assert.Equal("expiry-format", Faults.Of<Expiry>(text).Code);

    [Theory]
    [InlineData("2024-02", 29)]
    [InlineData("2025-02", 28)]
    [InlineData("2025-02-10", 10)]
    public void An_unknown_day_is_the_end_of_the_month(string text, int day) => Assert.Equal(day, Code.Parse<Expiry>(text).LastDay.Day);

    [Fact]
    public void On_the_last_day_itself_a_lot_may_be_used()
    {
        var expiry = Code.Parse<Expiry>("2025-04");

        Assert.False(expiry.ExpiredOn(new DateOnly(2025, 4, 30)));
        Assert.True(expiry.ExpiredOn(new DateOnly(2025, 5, 1)));
    }
}
