using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.Donations;

public sealed class RegisterDonationTests(FourServices services) : IClassFixture<FourServices>
{
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
}
