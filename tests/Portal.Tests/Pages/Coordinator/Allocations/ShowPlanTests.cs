using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Allocations;

public sealed class ShowPlanTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task Who_drafted_a_plan_cannot_approve_it_and_is_told_why()
    {
        using var author = await services.SignIn(Role.Coordinator);
        var plan = await Draft(author);

        var page = await author.Send(plan, "?handler=Approve");

        Assert.InRange(page.Status, 400, 499);
        Assert.Contains("role=\"alert\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("You drafted this plan. Another coordinator has to approve it.", page.Words, StringComparison.Ordinal);
        Assert.Contains("draft", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_person_approves_then_it_is_published_and_its_cartons_wait_for_dispatch()
    {
        using var author = await services.SignIn(Role.Coordinator);
        using var second = await services.SignIn(Role.Coordinator);
        var plan = await Draft(author);

        Assert.Equal(plan, (await second.Send(plan, "?handler=Approve")).Expect(302).Location);
        (await author.Send(plan, "?handler=Publish")).Expect(302);

        var page = (await author.Get(plan)).Expect(200);
        Assert.Contains("published", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Publish", page.Text, StringComparison.Ordinal);
        Assert.Contains(plan, (await author.Get("/coordinator/dispatch")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_put_away_with_a_reason()
    {
        using var author = await services.SignIn(Role.Coordinator);
        var plan = await Draft(author);

        var refused = await author.Send(plan, "?handler=Discard", ("reason", " "));
        (await author.Send(plan, "?handler=Discard", ("reason", "Wrong year of figures"))).Expect(302);

        Assert.InRange(refused.Status, 400, 499);
        Assert.Contains("Discarded because Wrong year of figures", (await author.Get(plan)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_the_plan_and_nothing_to_press()
    {
        using var author = await services.SignIn(Role.Coordinator);
        using var auditor = await services.SignIn(Role.Auditor);

        var page = (await auditor.Get(await Draft(author))).Expect(200);

        Assert.DoesNotContain("<form method=\"post\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Keep 10 % in reserve.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found()
    {
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Get("/coordinator/allocations/A-2020-9999")).Expect(404);
        (await coordinator.Get("/coordinator/allocations/nonsense")).Expect(404);
    }

    async Task<string> Draft(AtWork author)
    {
        var product = await services.Stock(100);
        var drafted = await author.Send(
            $"/coordinator/allocations/new?goods={product}",
            "",
            ("goods", product), ("on", "2020-05-14"), ("use", "a"), ("a-method", "webster"), ("a-indicator-1", "physicians"), ("a-reserve", "10"));
        return drafted.Expect(302).Location!;
    }
}
