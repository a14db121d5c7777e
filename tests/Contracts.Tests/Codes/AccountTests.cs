using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Tests.Codes;

public class AccountTests
{
    static readonly RecipientCode Tokyo = Code.Parse<RecipientCode>("13");
    static readonly InstitutionCode Clinic = Code.Parse<InstitutionCode>("1312345678");

    public static TheoryData<Account, string, bool> Accounts => new()
    {
        { Account.Pledged, "pledged", false },
        { Account.Packed, "packed", false },
        { Account.InAir, "in-air", false },
        { Account.AtAirport, "at-airport", false },
        { Account.Hub, "hub", false },
        { Account.Reserved(Tokyo), "reserved:13", false },
        { Account.InDelivery(Tokyo), "in-delivery:13", false },
        { Account.Association(Tokyo), "association:13", false },
        { Account.Institution(Clinic), "institution:1312345678", true },
        { Account.Missing, "missing", false },
        { Account.MissingFrom(Tokyo), "missing:13", false },
        { Account.MissingWrittenOff, "missing:written-off", true },
        { Account.Damaged, "damaged", false },
        { Account.DamagedAt(Tokyo), "damaged:13", false },
        { Account.Held, "held", false },
        { Account.HeldAt(Tokyo), "held:13", false },
        { Account.Destroyed, "destroyed", true },
        { Account.Cancelled, "cancelled", true },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Every_account_is_read_back_and_knows_whether_its_pieces_rest(Account account, string value, bool atRest)
    {
        Assert.Equal(value, account.Value);
        Assert.Equal(account, Code.Parse<Account>(value.ToUpperInvariant()));
        Assert.Equal(atRest, account.AtRest);
        Assert.Contains(account.Name, Account.Names);
    }

    [Fact]
    public void Every_name_has_an_account() =>
        Assert.Equal(Account.Names, Accounts.Select(row => row.Data.Item1.Name).Distinct());

    [Fact]
    public void The_holder_stands_after_the_colon()
    {
        Assert.Equal("13", Code.Parse<Account>("in-delivery:13").Holder);
        Assert.Equal("written-off", Account.MissingWrittenOff.Holder);
        Assert.Null(Account.Hub.Holder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop")]
    [InlineData("hub:13")]
    [InlineData("reserved")]
    [InlineData("reserved:48")]
    [InlineData("in-delivery:")]
    [InlineData("institution")]
    [InlineData("damaged:written-off")]
    [InlineData("association:13:14")]
    public void Other_names_and_holders_are_unknown(string text) => Assert.Equal("account-unknown", Faults.Of<Account>(text).Code);
}
