using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class CountRangeTests
{
    [Theory]
    [InlineData("C0009", "C0011", "C0009 C0010 C0011")]
    [InlineData("C9", "C11", "C9 C10 C11")]
    [InlineData("C0001", "C0001", "C0001")]
    [InlineData("d-2020-0001/C1", "D-2020-0001/C2", "D-2020-0001/C1 D-2020-0001/C2")]
    [InlineData("395212340000000014", "395212340000000021", "395212340000000014 395212340000000021")]
    public void A_range_holds_both_ends(string from, string to, string codes) => Assert.Equal(codes, string.Join(' ', SerialRange.Read(from, to).Codes));

    [Theory]
    [InlineData("C0002", "C0001")]
    [InlineData("C0001", "G0002")]
    [InlineData("C001", "C0002")]
    [InlineData("C", "D")]
    [InlineData("395212340000000014", "C0001")]
    public void A_range_has_a_beginning_and_an_end_of_one_kind(string from, string to) => Assert.Equal("count-range", SerialRange.Read(from, to).Refusal?.Code);

    [Fact]
    public void A_range_is_of_one_donation_and_not_endless()
    {
        var range = new CountRangeRequest(Condition.Good, "C0001", "C0002");

        Assert.Equal("count-range-long", SerialRange.Read("C00001", "C99999").Refusal?.Code);
        Assert.Equal("count-range-empty", CountRange.Opposed(range, [])?.Code);
        Assert.Equal("count-range-donations", CountRange.Opposed(range, [Some.Uncounted(), Some.Uncounted(donation: DonationNumber.From(2020, 2))])?.Code);
    }
}
