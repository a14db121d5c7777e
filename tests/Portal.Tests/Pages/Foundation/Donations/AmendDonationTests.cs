using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.Donations;

public sealed class AmendDonationTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_pledge_is_amended_with_a_reason_and_not_below_what_is_packed()
    {
        var number = await services.Packed();
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
}
