using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Milestones;

public sealed class WithdrawMilestoneTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_milestone_is_taken_back_with_its_reason_and_stays_in_the_history()
    {
        var page = "/coordinator/consignments/" + await services.Booked(1);
        using var coordinator = await services.SignIn(Role.Coordinator);
        (await coordinator.Send(page, "/milestones", ("flight", "CA929"), ("code", "dep"), ("place", "PVG+08:00"), ("at", "2020-05-11T23:40"))).Expect(302);

        var blank = (await coordinator.Send(page + "/milestones/1/withdrawal", "", ("reason", ""))).Expect(422);
        Assert.Contains("Departed", blank.Words, StringComparison.Ordinal);
        (await coordinator.Send(page + "/milestones/1/withdrawal", "", ("reason", "wrong flight"))).Expect(302);

        var after = await coordinator.Get(page);
        Assert.Contains("<s>CA929: Departed, Shanghai Pudong (PVG)</s>", after.Text, StringComparison.Ordinal);
        Assert.Contains("taken back: wrong flight", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/milestones/1/withdrawal", after.Text, StringComparison.Ordinal);
        (await coordinator.Get(page + "/milestones/9/withdrawal")).Expect(404);
    }
}
