using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class AccountTests
{
    static readonly RecipientCode Tokyo = Code.Parse<RecipientCode>("13");
    static readonly InstitutionCode Clinic = Code.Parse<InstitutionCode>("1312345678");

    public static TheoryData<LedgerAccount, string, bool> Accounts => new()
    {
        { LedgerAccount.Pledged, "pledged", false },
        { LedgerAccount.Packed, "packed", false },
        { LedgerAccount.InAir, "in-air", false },
        { LedgerAccount.AtAirport, "at-airport", false },
        { LedgerAccount.Hub, "hub", false },
        { LedgerAccount.Reserved(Tokyo), "reserved:13", false },
        { LedgerAccount.InDelivery(Tokyo), "in-delivery:13", false },
        { LedgerAccount.Association(Tokyo), "association:13", false },
        { LedgerAccount.Institution(Clinic), "institution:1312345678", true },
        { LedgerAccount.Missing, "missing", false },
        { LedgerAccount.MissingFrom(Tokyo), "missing:13", false },
        { LedgerAccount.MissingWrittenOff, "missing:written-off", true },
        { LedgerAccount.Damaged, "damaged", false },
        { LedgerAccount.DamagedAt(Tokyo), "damaged:13", false },
        { LedgerAccount.Held, "held", false },
        { LedgerAccount.HeldAt(Tokyo), "held:13", false },
        { LedgerAccount.Destroyed, "destroyed", true },
        { LedgerAccount.Cancelled, "cancelled", true },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Every_account_is_read_back_and_knows_whether_its_pieces_rest(LedgerAccount account, string value, bool atRest)
    {
        Assert.Equal(value, account.Value);
        Assert.Equal(account, Code.Parse<LedgerAccount>(value.ToUpperInvariant()));
        Assert.Equal(atRest, account.AtRest);
        Assert.Contains(account.Name, LedgerAccount.Names);
    }

    [Fact]
    public void Every_name_has_an_account() =>
        Assert.Equal(LedgerAccount.Names, Accounts.Select(row => row.Data.Item1.Name).Distinct());

    [Fact]
    public void The_holder_stands_after_the_colon()
    {
        Assert.Equal("13", Code.Parse<LedgerAccount>("in-delivery:13").Holder);
        Assert.Equal("written-off", LedgerAccount.MissingWrittenOff.Holder);
        Assert.Null(LedgerAccount.Hub.Holder);
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
    public void Other_names_and_holders_are_unknown(string text) => Assert.Equal("account-unknown", Faults.Of<LedgerAccount>(text).Code);
}
