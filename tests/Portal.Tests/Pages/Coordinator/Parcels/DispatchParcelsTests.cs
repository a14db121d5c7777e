using System.Text.Json.Nodes;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Parcels;

public sealed class DispatchParcelsTests(FourServices services) : IClassFixture<FourServices>
{
    const string Dispatch = "/coordinator/dispatch";

    static readonly (string, string)[] Yamato = [("carrier", "Yamato"), ("at", "2020-05-15T09:00"), ("expectedOn", "2020-05-18")];

    [Fact]
    public async Task A_dispatch_that_is_sent_twice_leaves_once()
    {
        await services.Published(("01", 3), ("02", 2));
        using var coordinator = await services.SignIn(Role.Coordinator);
        (string, string)[] form = [.. AtWork.Hidden(await coordinator.Get(Dispatch)), .. Yamato, ("recipients", "01"), ("recipients", "02")];

        var first = (await coordinator.Post(Dispatch, form)).Expect(302);
        (await coordinator.Post(Dispatch, form)).Expect(302);

        Assert.Single(await services.List("/parcels?recipient=01"));
        Assert.Single(await services.List("/parcels?recipient=02"));
        var sent = (await coordinator.Get(first.Location!)).Expect(200);
        Assert.Contains("P-01-2020-0001", sent.Words, StringComparison.Ordinal);
        Assert.Contains("/coordinator/parcels/P-01-2020-0001/delivery-note", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_again_with_a_new_page_says_that_nothing_is_left()
    {
        await services.Published(("03", 3));
        using var coordinator = await services.SignIn(Role.Coordinator);
        (await coordinator.Send(Dispatch, "", [.. Yamato, ("recipients", "03")])).Expect(302);

        var again = await coordinator.Send(Dispatch, "", [.. Yamato, ("recipients", "03")]);

        Assert.InRange(again.Status, 400, 499);
        Assert.Contains("role=\"alert\"", again.Text, StringComparison.Ordinal);
        Assert.Single(await services.List("/parcels?recipient=03"));
    }

    [Fact]
    public async Task Recipient_by_recipient_each_leaves_once_however_often_a_step_is_sent()
    {
        await services.Published(("04", 3), ("05", 2));
        using var coordinator = await services.SignIn(Role.Coordinator);
        (string, string)[] form = [.. AtWork.Hidden(await coordinator.Get(Dispatch)), .. Yamato];

        var first = (await coordinator.Post($"{Dispatch}?handler=step", [.. form, ("recipient", "04")])).Expect(200);
        var lost = (await coordinator.Post($"{Dispatch}?handler=step", [.. form, ("recipient", "04")])).Expect(200);

        Assert.Equal(first.Text, lost.Text);
        Assert.Equal("P-04-2020-0001", (string?)JsonNode.Parse(first.Text)!["parcels"]![0]);
        Assert.Single(await services.List("/parcels?recipient=04"));
        Assert.Empty(await services.List("/parcels?recipient=05"));
        Assert.Contains("value=\"05\"", (await coordinator.Get(Dispatch)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_step_says_why_in_words()
    {
        await services.Published(("06", 3));
        using var coordinator = await services.SignIn(Role.Coordinator);

        var refused = await coordinator.Send(Dispatch, "?handler=step", ("carrier", ""), ("at", "2020-05-15T09:00"), ("expectedOn", "2020-05-18"), ("recipient", "06"));

        Assert.InRange(refused.Status, 400, 499);
        Assert.Equal("text-required", (string?)JsonNode.Parse(refused.Text)!["code"]);
        Assert.NotEmpty((string)JsonNode.Parse(refused.Text)!["detail"]!);
    }

    [Fact]
    public async Task A_refused_dispatch_keeps_what_was_typed_and_who_was_left_out()
    {
        await services.Published(("07", 3), ("08", 2));
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Send(
            Dispatch, "", ("carrier", "Sagawa"), ("at", "2020-05-15T09:00"), ("expectedOn", "2020-05-01"), ("shown", "07"), ("shown", "08"), ("recipients", "07"));

        Assert.InRange(page.Status, 400, 499);
        Assert.Contains("value=\"Sagawa\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-05-01\"", page.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"07\"[^>]*checked", page.Text);
        Assert.DoesNotMatch("value=\"08\"[^>]*checked", page.Text);
    }
}
