using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Receipts;

public sealed class ResolveDiscrepancyTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task Missing_pieces_are_given_up_and_what_was_typed_is_kept_until_it_fits()
    {
        var parcel = (await services.Sent(("14", 2)))["14"];
        await services.Post($"/parcels/{parcel}/receipts", new { receivedAt = "2020-05-16T10:00+09:00", lines = new[] { new { line = 1, good = 90, missing = 30, reason = "Short" } } });
        using var coordinator = await services.SignIn(Role.Coordinator);
        var number = (string)(await services.List($"/discrepancies?parcel={parcel}"))[0]!["number"]!;
        var page = $"/coordinator/discrepancies/{number}?parcel={parcel}";

        var noNumber = await coordinator.Send(page, "", ("resolution", "written-off"), ("pieces", "some"), ("reason", "Nowhere"));
        var noEnd = await coordinator.Send(page, "", ("pieces", "30"), ("reason", "Nowhere"));
        var unfit = await coordinator.Send(page, "", ("resolution", "destroyed"), ("pieces", "30"), ("reason", "Nowhere"));
        (await coordinator.Send(page, "", ("resolution", "written-off"), ("pieces", "30"), ("reason", "Nowhere"))).Expect(302);

        Assert.Contains("“some” is not a whole number", noNumber.Expect(400).Words, StringComparison.Ordinal);
        Assert.Contains("choose what became of the pieces", noEnd.Expect(400).Words, StringComparison.Ordinal);
        Assert.Contains("value=\"Nowhere\"", unfit.Expect(422).Text, StringComparison.Ordinal);
        Assert.Contains("no longer looked for 30 pcs Nowhere", (await coordinator.Get(page)).Words, StringComparison.Ordinal);
        (await coordinator.Get($"/coordinator/discrepancies/{number}")).Expect(404);
    }
}
