using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Counts;

public sealed class ConfirmCountTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task Who_counted_does_not_confirm_and_a_second_person_does()
    {
        var page = await Counting(2);
        using var first = await services.SignIn(Role.Coordinator);
        using var second = await services.SignIn(Role.Coordinator);
        (await first.Send(page, "", ("condition", "good"), ("code", "C00001"))).Expect(302);

        Assert.Contains("You took part in this count.", (await first.Get(page + "/confirmation")).Words, StringComparison.Ordinal);
        var refused = (await first.Send(page + "/confirmation", "", ("final", "true"))).Expect(409);
        Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);

        var open = AtWork.Hidden(await first.Get(page));
        Assert.DoesNotContain("You took part", (await second.Get(page + "/confirmation")).Words, StringComparison.Ordinal);
        var note = (await second.Send(page + "/confirmation", "", ("final", "true"))).Expect(302).Location!;
        var shown = (await second.Get(note)).Expect(200);
        Assert.Contains("60 pcs (1 carton) good, 1 discrepancy.", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"code\"", (await first.Get(page)).Text, StringComparison.Ordinal);
        (await first.Post(page, [.. open, ("condition", "good"), ("code", "C00002")])).Expect(409);
    }

    async Task<string> Counting(int cartons) => $"/coordinator/consignments/{await services.Arrived(cartons)}/counts/1";
}
