using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Parcels;

public sealed class ShowParcelTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_receipt_for_an_association_is_marked_so()
    {
        var (path, coordinator) = await Parcel("01");
        using var signedIn = coordinator;

        (await coordinator.Send(path, "?handler=AllGood", ("receivedAt", "2020-05-16T10:00"), ("seen", "0"))).Expect(302);

        var page = await coordinator.Get(path);
        Assert.Contains("is entered. Nothing is outstanding.", page.Words, StringComparison.Ordinal);
        Assert.Contains("entered on its behalf", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=AllGood", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_make_one_receipt()
    {
        var (path, coordinator) = await Parcel("02");
        using var signedIn = coordinator;
        (string, string)[] part = [("receivedAt", "2020-05-16T10:00"), ("seen", "0"), ("lines[0].Line", "1"), ("lines[0].Good", "60")];
        (await coordinator.Send(path, "?handler=Differences", part)).Expect(302);

        var second = await coordinator.Send(path, "?handler=Differences", part);

        Assert.Equal(409, second.Status);
        Assert.Contains("role=\"alert\"", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_receipt_keeps_what_was_typed()
    {
        var (path, coordinator) = await Parcel("03");
        using var signedIn = coordinator;

        var page = await coordinator.Send(
            path, "?handler=Differences", ("receivedAt", "2020-05-16T10:30"), ("seen", "0"), ("lines[0].Line", "1"), ("lines[0].Good", "100"), ("lines[0].Missing", "77"), ("lines[0].Reason", "Torn open"));

        Assert.InRange(page.Status, 400, 499);
        Assert.Contains("value=\"2020-05-16T10:30\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"77\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Torn open\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_whose_pieces_have_gone_on_names_the_hand_over()
    {
        var (path, coordinator) = await Parcel("04");
        using var signedIn = coordinator;
        (await coordinator.Send(path, "?handler=AllGood", ("receivedAt", "2020-05-16T10:00"), ("seen", "0"))).Expect(302);
        var receipt = (string)(await services.List($"/receipts?parcel={path.Split('/')[^1]}"))[0]!["number"]!;
        var product = (string)(await services.List("/holdings?recipient=04"))[0]!["product"]!;
        var handOver = (string)(await services.Post("/handovers", new
        {
            recipient = "04",
            institution = new { code = "0410000001", name = "City hospital", member = true },
            at = "2020-05-17T10:00+09:00",
            goods = new[] { new { product, pieces = 100 } },
        }))["handOver"]!;

        var refused = await coordinator.Send(path, "?handler=Reverse", ("receipt", receipt), ("reason", "Wrong parcel"));

        Assert.Equal(409, refused.Status);
        Assert.Contains(handOver, refused.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"Wrong parcel\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("/coordinator/hand-overs?recipient=04", refused.Text, StringComparison.Ordinal);
        var list = (await coordinator.Get("/coordinator/hand-overs?recipient=04")).Expect(200);
        Assert.Contains("City hospital", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_taken_back_with_a_reason()
    {
        var (path, coordinator) = await Parcel("05");
        using var signedIn = coordinator;
        (await coordinator.Send(path, "?handler=AllGood", ("receivedAt", "2020-05-16T10:00"), ("seen", "0"))).Expect(302);
        var receipt = (string)(await services.List($"/receipts?parcel={path.Split('/')[^1]}"))[0]!["number"]!;

        (await coordinator.Send(path, "?handler=Reverse", ("receipt", receipt), ("reason", "Wrong parcel"))).Expect(302);

        Assert.Contains("Reversed because: Wrong parcel", (await coordinator.Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_settled_in_parts()
    {
        var (path, coordinator) = await Parcel("06");
        using var signedIn = coordinator;
        (await coordinator.Send(
            path, "?handler=Differences", ("receivedAt", "2020-05-16T10:00"), ("seen", "0"), ("lines[0].Line", "1"), ("lines[0].Good", "90"), ("lines[0].Missing", "30"), ("lines[0].Reason", "Short"))).Expect(302);
        var one = (await services.List("/discrepancies?recipient=06"))[0]!;
        (string, string)[] about = [("number", (string)one["number"]!), ("receipt", (string)one["receipt"]!), ("line", "1"), ("kind", "shortage")];

        var beyond = await coordinator.Send(path, "?handler=Resolve", [.. about, ("resolution", "good"), ("pieces", "31"), ("reason", "Found")]);
        (await coordinator.Send(path, "?handler=Resolve", [.. about, ("resolution", "good"), ("pieces", "10"), ("reason", "Found")])).Expect(302);

        Assert.InRange(beyond.Status, 400, 499);
        Assert.Contains("value=\"31\"", beyond.Text, StringComparison.Ordinal);
        Assert.Contains("good after all 10 pcs", (await coordinator.Get(path)).Words, StringComparison.Ordinal);
        Assert.Contains((string)one["number"]!, (await coordinator.Get("/coordinator/discrepancies?recipient=06")).Words, StringComparison.Ordinal);
    }

    /// <summary>A parcel of 120 pieces, and a coordinator who looks at it.</summary>
    async Task<(string Path, AtWork Coordinator)> Parcel(string recipient)
    {
        var parcels = await services.Sent((recipient, 2));
        return ($"/coordinator/parcels/{parcels[recipient]}", await services.SignIn(Role.Coordinator));
    }
}
