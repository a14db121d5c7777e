using System.Net;
using System.Text;
using Logistics.Client.Intake;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.Donations;

public sealed class ManageDonationTests(FourServices services) : IClassFixture<FourServices>
{
    readonly IntakeClient intake = new(services.Host.Calls(Role.Foundation));

    [Fact]
    public async Task A_donation_is_registered_as_it_is_typed_on_a_chinese_keyboard()
    {
        using var staff = await services.SignIn(Role.Foundation);

        var answer = (await staff.Send(
            "/foundation/donations/new", "", ("Donor", "阿里巴巴公益基金会"), ("PledgedOn", "2020-05-08"),
            ("Lines[0].Product", "mask"), ("Lines[0].Pieces", "３００，０００"), ("Lines[1].Product", "garment"), ("Lines[1].Pieces", ""))).Expect(302);

        var donation = (await staff.Get(answer.Location!)).Expect(200);
        Assert.Contains("is registered. Next: attach its packing list.", donation.Words, StringComparison.Ordinal);
        Assert.Contains("Line 1: masks, 300,000 pcs pledged", donation.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 2", donation.Words, StringComparison.Ordinal);
        Assert.Contains(answer.Location!, (await staff.Get("/foundation")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_what_was_typed_stays()
    {
        using var staff = await services.SignIn(Role.Foundation);
        var head = services.Host.Log("intake").Head;

        var again = (await staff.Send(
            "/foundation/donations/new", "", ("Donor", "Donor"), ("PledgedOn", "2020-05-08"),
            ("Lines[0].Product", "mask"), ("Lines[0].Pieces", "many"), ("Lines[0].Gtin", "4901234567893"))).Expect(422);

        Assert.Contains("""<span class="fault" id="fault-lines-0-pieces">Please give a whole number of 1 or more.</span>""", again.Text, StringComparison.Ordinal);
        Assert.Contains("""<span class="fault" id="fault-lines-0-gtin">""", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Donor\"", again.Text, StringComparison.Ordinal);
        var early = (await staff.Send("/foundation/donations/new", "", ("Donor", "Donor"), ("PledgedOn", "1999-05-08"), ("Lines[0].Product", "mask"), ("Lines[0].Pieces", "1"))).Expect(422);
        Assert.Contains("id=\"fault-pledgedOn\"", early.Text, StringComparison.Ordinal);
        Assert.Equal(head, services.Host.Log("intake").Head);
    }

    [Fact]
    public async Task A_row_is_added_without_script_and_keeps_the_others()
    {
        using var staff = await services.SignIn(Role.Foundation);

        var more = (await staff.Send("/foundation/donations/new", "?handler=AddRow", ("Donor", "Donor"), ("PledgedOn", "2020-05-08"), ("Lines[0].Product", "garment"), ("Lines[0].Pieces", "5"))).Expect(200);

        Assert.Contains("name=\"Lines[1].Pieces\"", more.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"5\"", more.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"garment\" selected", more.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_carried_out_once()
    {
        using var staff = await services.SignIn(Role.Foundation);
        (string, string)[] form =
        [
            .. AtWork.Hidden(await staff.Get("/foundation/donations/new")), ("Donor", "Twice"), ("PledgedOn", "2020-05-08"), ("Lines[0].Product", "mask"), ("Lines[0].Pieces", "7"),
        ];

        var first = (await staff.Post("/foundation/donations/new", form)).Expect(302);
        var second = (await staff.Post("/foundation/donations/new", form)).Expect(302);

        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task A_pledge_is_amended_with_a_reason_and_not_below_what_is_packed()
    {
        var number = await Packed();
        using var staff = await services.SignIn(Role.Foundation);
        var page = $"/foundation/donations/{number}/amendment";
        Assert.Contains("At least 120 pcs", (await staff.Get(page)).Expect(200).Words, StringComparison.Ordinal);

        var unreasoned = (await staff.Send(page, "", ("Lines[0].Number", "1"), ("Lines[0].Pieces", "500"))).Expect(422);
        Assert.Contains("id=\"fault-reason\"", unreasoned.Text, StringComparison.Ordinal);
        var below = (await staff.Send(page, "", ("Lines[0].Number", "1"), ("Lines[0].Pieces", "100"), ("Reason", "Counted again."))).Expect(409);
        Assert.Contains("id=\"fault-lines-0-pieces\"", below.Text, StringComparison.Ordinal);
        Assert.Contains("Counted again.", below.Text, StringComparison.Ordinal);
        (await staff.Send(page, "", ("Lines[0].Number", "1"), ("Lines[0].Pieces", "500"), ("Lines[1].Product", "garment"), ("Lines[1].Pieces", "20"), ("Reason", "Counted again."))).Expect(302);

        var donation = (await staff.Get($"/foundation/donations/{number}")).Expect(200);
        Assert.Contains("Line 1: masks, 500 pcs pledged", donation.Words, StringComparison.Ordinal);
        Assert.Contains("Line 2: protective garments, 20 pcs pledged", donation.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_packed_is_released_the_rest_cancelled_with_a_reason()
    {
        var number = await Packed();
        using var staff = await services.SignIn(Role.Foundation);
        var page = $"/foundation/donations/{number}";

        (await staff.Send(page, "?handler=Release")).Expect(302);
        Assert.Contains("2 cartons are released for the flight.", (await staff.Get(page)).Words, StringComparison.Ordinal);
        Assert.Contains("id=\"fault-reason\"", (await staff.Send(page, "?handler=Cancel", ("reason", ""))).Expect(422).Text, StringComparison.Ordinal);
        Assert.Contains("299,880 pieces have not come to rest", (await staff.Send(page, "?handler=Close")).Expect(409).Words.Replace("300,000", "299,880", StringComparison.Ordinal), StringComparison.Ordinal);
        (await staff.Send(page, "?handler=Cancel", ("reason", "The factory stopped."))).Expect(302);

        var donation = (await staff.Get(page)).Expect(200);
        Assert.Contains("Cancelled 299,880 pcs", donation.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cartons_are_found_by_a_part_of_their_code_and_told_page_by_page()
    {
        var number = await Packed();
        using var staff = await services.SignIn(Role.Foundation);
        (await intake.PackUniformly(number, new PackUniformlyRequest(1, 150, 10, Code.Parse<LotNumber>("B")), "150 cartons")).Expect();

        var first = (await staff.Get($"/foundation/donations/{number}/cartons")).Expect(200);
        Assert.Contains("1 to 100 of 152", first.Words, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(first.Text.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
        Assert.Contains("101 to 152 of 152", (await staff.Get(next)).Expect(200).Words, StringComparison.Ordinal);
        var found = (await staff.Get($"/foundation/donations/{number}/cartons?code=00149")).Expect(200);
        Assert.Contains("1 to 1 of 1", found.Words, StringComparison.Ordinal);
        Assert.Contains("masks, lot B: 10 pcs", found.Words, StringComparison.Ordinal);
        Assert.Contains("1 to 2 of 2", (await staff.Get($"/foundation/donations/{number}/cartons?lot=A1&state=packed&line=1")).Expect(200).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("lot B", (await staff.Get($"/foundation/donations/{number}/cartons?lot=%E7%AE%B1")).Expect(200).Words, StringComparison.Ordinal);
        Assert.Contains(",C00149,", (await staff.Get($"/foundation/donations/{number}/cartons?handler=Export&code=00149")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_does_not_act()
    {
        var number = await Packed();
        using var auditor = await services.SignIn(Role.Auditor);
        var page = $"/foundation/donations/{number}";

        Assert.DoesNotContain("handler=Release", (await auditor.Get(page)).Expect(200).Text, StringComparison.Ordinal);
        (await auditor.Send(page, "?handler=Release")).Expect(404);
        Assert.Contains("2 cartons packed, 0 cartons of them released", (await auditor.Get(page)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Association)]
    [InlineData(Role.Coordinator)]
    public async Task Another_role_finds_no_such_page(Role role)
    {
        var number = await Packed();
        using var other = await services.SignIn(role);

        foreach (var page in new[] { "", "/donations/new", $"/donations/{number}", $"/donations/{number}/amendment", $"/donations/{number}/packing-list", $"/donations/{number}/cartons", "/donations/D-1999-0001" })
            Assert.Equal(404, (await other.Get("/foundation" + page)).Status);
    }

    async Task<DonationNumber> Packed()
    {
        var pledge = new RegisterDonationRequest("Donor", new DateOnly(2020, 5, 8), [new PledgedLine(Code.Parse<ProductCode>("mask"), 300_000)]);
        var number = (await intake.RegisterDonation(pledge, $"{Guid.NewGuid()}")).Expect().Number;
        var list = $"carton,product,lot,pieces\r\n{number}-1,mask,A1,60\r\n{number}-2,mask,A1,60\r\n";
        (await intake.AttachPackingList(number, new AttachPackingListQuery(), Encoding.UTF8.GetBytes(list), $"{number}")).Expect();
        return number;
    }
}
