using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Consignments;

public sealed class ShowConsignmentTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task Goods_come_from_customs_to_the_hub_and_a_hold_keeps_them()
    {
        var airWaybill = await services.Arrived(3);
        var page = "/coordinator/consignments/" + airWaybill;
        using var coordinator = await services.SignIn(Role.Coordinator);
        using var second = await services.SignIn(Role.Coordinator);
        (await coordinator.Send(page + "/counts/1", "", ("condition", "good"), ("way", "range"), ("from", "C00001"), ("to", "C00003"))).Expect(302);
        (await second.Send(page + "/counts/1/confirmation", "", ("final", "true"))).Expect(302);

        (string, string)[] delivery = [("hub", "Tokyo"), ("at", "2020-05-13T14:00"), ("offset", "+09:00")];
        var early = (await coordinator.Send(page + "/delivery", "", delivery)).Expect(409);
        Assert.Contains("value=\"Tokyo\"", early.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-05-13T14:00\"", early.Text, StringComparison.Ordinal);

        (await coordinator.Send(page + "/customs/entry", "", ("entry", "E-1"), ("dutyExemption", "DE-1"), ("at", "2020-05-12T09:00"), ("offset", "+09:00"))).Expect(302);
        (await coordinator.Send(page + "/customs/hold", "", ("reason", "papers"), ("at", "2020-05-12T10:00"), ("offset", "+09:00"))).Expect(302);
        Assert.Contains("held by customs", (await coordinator.Get(page)).Words, StringComparison.Ordinal);
        (await coordinator.Send(page + "/delivery", "", delivery)).Expect(409);
        (await coordinator.Send(page + "/customs/release", "", ("permit", "P-1"), ("at", "2020-05-12T16:30"), ("offset", "+09:00"))).Expect(302);
        (await coordinator.Send(page + "/delivery", "", delivery)).Expect(302);

        var after = await coordinator.Get(page);
        Assert.Contains("Delivered to Tokyo: 180 pcs (3 cartons).", after.Words, StringComparison.Ordinal);
        Assert.Contains("Declared use only, until 12 May 2022", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"code\"", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_cartons_are_found_or_given_up_and_damaged_ones_judged_again()
    {
        var airWaybill = await services.Arrived(4);
        var page = "/coordinator/consignments/" + airWaybill;
        using var coordinator = await services.SignIn(Role.Coordinator);
        using var second = await services.SignIn(Role.Coordinator);
        (await coordinator.Send(page + "/counts/1", "", ("condition", "damaged"), ("reason", "wet"), ("way", "range"), ("from", "C00001"), ("to", "C00002"))).Expect(302);
        var note = (await second.Send(page + "/counts/1/confirmation", "", ("final", "true"))).Expect(302).Location!;
        Assert.Contains("wet", (await coordinator.Get(note)).Words, StringComparison.Ordinal);
        var donation = (await coordinator.Get(page)).Text.Split("/donations/")[1].Split('"')[0];

        var nothing = (await coordinator.Send(page + "/found", "", ("reason", "under the belt"), ("at", "2020-05-13T17:20"), ("offset", "+09:00"))).Expect(422);
        Assert.Contains("value=\"under the belt\"", nothing.Text, StringComparison.Ordinal);
        (await coordinator.Send(page + "/found", "", ("cartons", $"{donation}/C00003"), ("reason", "under the belt"), ("at", "2020-05-13T17:20"), ("offset", "+09:00"))).Expect(302);
        (await coordinator.Send(page + "/loss", "", ("cartons", $"{donation}/C00004"), ("reason", "searched for a month"))).Expect(302);
        (await coordinator.Send(
            page + "/reinspection", "", ($"{donation}/C00001", "passed"), ($"{donation}/C00002", "destroyed"), ("reason", "opened and looked"), ("at", "2020-05-13T18:00"), ("offset", "+09:00"))).Expect(302);

        var words = (await coordinator.Get(page)).Words;
        Assert.Contains("found later, at the hub 60 1", words, StringComparison.Ordinal);
        Assert.Contains("written off 60 1", words, StringComparison.Ordinal);
        Assert.Contains("good after inspection, at the hub 60 1", words, StringComparison.Ordinal);
        Assert.Contains("destroyed 60 1", words, StringComparison.Ordinal);
        Assert.Contains("settled", (await coordinator.Get("/coordinator/discrepancies?state=settled")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_sees_no_form_and_whoever_else_sees_nothing()
    {
        var page = "/coordinator/consignments/" + await services.Arrived(1);
        using var auditor = await services.SignIn(Role.Auditor);
        Assert.DoesNotContain("method=\"post\" action=\"" + page, (await auditor.Get(page)).Expect(200).Text, StringComparison.Ordinal);
        foreach (var verb in new[] { "/milestones", "/milestones/1/withdrawal", "/customs/entry", "/customs/hold", "/customs/release", "/delivery", "/found", "/loss", "/reinspection" })
            (await auditor.Get(page + verb)).Expect(404);
        (await auditor.Get("/coordinator/consignments/new")).Expect(404);

        using var association = await services.SignIn(Role.Association);
        foreach (var path in new[] { "/coordinator", page, page + "/cartons", page + "/counts/1", "/coordinator/discrepancies" })
            (await association.Get(path)).Expect(404);
        (await auditor.Get("/coordinator/consignments/999-00000000")).Expect(404);
        (await auditor.Get("/coordinator/consignments/nothing")).Expect(404);
    }
}
