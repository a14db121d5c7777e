using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Foundation.Donations;

public sealed class ShowDonationTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task What_is_packed_is_released_the_rest_cancelled_with_a_reason()
    {
        var number = await services.Packed();
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
    public async Task An_auditor_reads_and_does_not_act()
    {
        var number = await services.Packed();
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
        var number = await services.Packed();
        using var other = await services.SignIn(role);

        foreach (var page in new[] { "", "/donations/new", $"/donations/{number}", $"/donations/{number}/amendment", $"/donations/{number}/packing-list", $"/donations/{number}/cartons", "/donations/D-1999-0001" })
            Assert.Equal(404, (await other.Get("/foundation" + page)).Status);
    }
}
