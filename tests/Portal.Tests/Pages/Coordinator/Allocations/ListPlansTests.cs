using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Allocations;

public sealed class ListPlansTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task The_latest_plan_comes_first_with_its_state_and_what_it_shares()
    {
        var first = await services.Published(("13", 3), ("27", 1));
        var second = await services.Published(("13", 2));
        using var auditor = await services.SignIn(Role.Auditor);

        var page = (await auditor.Get("/coordinator/allocations")).Expect(200);

        Assert.Contains($"{first} published ", page.Words, StringComparison.Ordinal);
        Assert.Contains("240 pcs (4 cartons) 2 ", page.Words, StringComparison.Ordinal);
        Assert.True(page.Words.IndexOf(second, StringComparison.Ordinal) < page.Words.IndexOf(first, StringComparison.Ordinal));
        Assert.Contains("class=\"tag good\"", page.Text, StringComparison.Ordinal);
    }
}
