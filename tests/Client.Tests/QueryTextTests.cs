using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Tests;

public sealed class QueryTextTests
{
    public enum Stage
    {
        InDelivery,
        PartlyReceived,
    }

    public sealed record Query : PagedQuery
    {
        public string? About { get; init; }

        public RecipientCode? Recipient { get; init; }

        public Stage? State { get; init; }

        public DateOnly? On { get; init; }

        public bool Overdue { get; init; }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var query = new Query { About = "マスク & 1", Recipient = Code.Parse<RecipientCode>("13"), State = Stage.PartlyReceived, On = new DateOnly(2020, 6, 1), Overdue = true, After = "P-1", Limit = 20 };

        Assert.Equal(query, Read(QueryText.Write(query)));
    }

    [Fact]
    public void What_is_not_asked_is_not_written() => Assert.Equal("", QueryText.Write(new Query { About = "" }));

    [Theory]
    [InlineData("?limit=ten", "filter-number", "limit")]
    [InlineData("?limit=-1", "filter-number", "limit")]
    [InlineData("?state=lost", "filter-unknown", "state")]
    [InlineData("?on=6.1.2020", "day-format", "on")]
    [InlineData("?overdue=perhaps", "switch-format", "overdue")]
    public void What_cannot_be_read_names_the_parameter(string text, string code, string field)
    {
        var fault = Assert.Throws<CodeFaultException>(() => Read(text)).Fault;

        Assert.Equal(code, fault.Code);
        Assert.Contains(("field", field), fault.Facts!.Select(fact => (fact.Name, fact.Value.ToString())));
    }

    [Fact]
    public void A_code_tells_its_own_fault() => Assert.Equal("recipient-code-format", Assert.Throws<CodeFaultException>(() => Read("?recipient=§")).Fault.Code);

    static Query Read(string text)
    {
        var values = text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        return QueryText.Read<Query>(values.GetValueOrDefault);
    }
}
