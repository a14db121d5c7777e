using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Receipts;

namespace Logistics.Portal.Tests.Pages.Coordinator.Receipts;

public sealed class StandingTests
{
    static readonly DateOnly Day = new(2020, 5, 18);

    [Fact]
    public void Overdue_comes_first_then_open_cases_then_what_waits_then_what_is_done_then_who_got_nothing()
    {
        ReceiptsBoardRow[] rows =
        [
            NothingSent("01"),
            Sent("02", outstanding: 0),
            Sent("03", outstanding: 60) with { ExpectedOn = Day.AddDays(9) },
            Sent("04", outstanding: 0) with { OpenCases = 1 },
            Sent("05", outstanding: 60) with { Overdue = 1, ExpectedOn = Day },
        ];

        Assert.Equal(["05", "04", "03", "02", "01"], Standings.InOrder(rows).Select(row => row.Recipient.Value));
    }

    [Fact]
    public void Who_has_been_waited_for_longest_comes_first()
    {
        ReceiptsBoardRow[] rows =
        [
            Sent("01", outstanding: 60) with { Overdue = 1, ExpectedOn = Day },
            Sent("13", outstanding: 60) with { Overdue = 1, ExpectedOn = Day.AddDays(-2) },
            Sent("02", outstanding: 60) with { Overdue = 1, ExpectedOn = Day },
        ];

        Assert.Equal(["13", "01", "02"], Standings.InOrder(rows).Select(row => row.Recipient.Value));
    }

    [Fact]
    public void An_overdue_parcel_goes_before_an_open_case_of_the_same_recipient() =>
        Assert.Equal(Standing.Overdue, (Sent("13", outstanding: 60) with { Overdue = 1, OpenCases = 2 }).Standing);

    static ReceiptsBoardRow NothingSent(string recipient) => new(Code.Parse<RecipientCode>(recipient), 0, 0, null, 0, null, []);

    static ReceiptsBoardRow Sent(string recipient, long outstanding) => NothingSent(recipient) with
    {
        Parcels = 1,
        Goods = [new() { Product = Code.Parse<ProductCode>("mask"), Size = "", Sent = 120, Good = 120 - outstanding, Differing = 0, Outstanding = outstanding }],
    };
}
