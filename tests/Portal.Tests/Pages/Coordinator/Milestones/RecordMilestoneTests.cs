using System.Globalization;
using System.Net;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Milestones;

public sealed class RecordMilestoneTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task The_expected_milestone_is_one_click_at_the_clock_of_its_place()
    {
        var page = "/coordinator/consignments/" + await services.Booked(2);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var asked = TimeProvider.System.GetUtcNow();
        var before = await coordinator.Get(page);
        Assert.Contains("""<button name="code" value="rcs" class="main">Received from the shipper</button>""", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"dep\"", before.Text, StringComparison.Ordinal);
        Assert.Equal("PVG+08:00", AtWork.Value(before, "place"));
        var proposed = DateTime.ParseExact(
            before.Text.Split("type=\"datetime-local\" required value=\"")[1].Split('"')[0], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        // The minute of the place's clock in which the page was made.
        Assert.InRange(new DateTimeOffset(proposed, TimeSpan.FromHours(8)), asked.AddMinutes(-1), TimeProvider.System.GetUtcNow());

        (string, string)[] form = [.. AtWork.Hidden(before), ("flight", "CA929"), ("place", "PVG+08:00"), ("at", "2020-05-11T20:10"), ("code", "rcs")];
        Assert.Equal(page, (await coordinator.Post(page + "/milestones", form)).Expect(302).Location);
        (await coordinator.Post(page + "/milestones", form)).Expect(302);

        var after = await coordinator.Get(page);
        Assert.Contains("CA929: “Received from the shipper” is recorded.", after.Words, StringComparison.Ordinal);
        Assert.Single(WebUtility.HtmlDecode(after.Text).Split("<time datetime=\"2020-05-11T20:10:00+08:00\">").Skip(1));
        Assert.Contains("<button name=\"code\" value=\"dep\"", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_milestone_that_is_refused_stays_as_it_was_typed()
    {
        var page = $"/coordinator/consignments/{await services.Booked(1)}/milestones";
        using var coordinator = await services.SignIn(Role.Coordinator);

        var again = (await coordinator.Send(
            page, "", ("flight", "CA929"), ("code", "ccd"), ("place", "PVG+08:00"), ("at", "1920-05-11T20:10"), ("note", "see <b>fax</b>"))).Expect(422);

        Assert.Contains("role=\"alert\"", again.Text, StringComparison.Ordinal);
        Assert.Contains("""<option value="ccd" selected="selected">""", again.Text, StringComparison.Ordinal);
        Assert.Contains("""<option value="PVG+08:00" selected="selected">""", WebUtility.HtmlDecode(again.Text), StringComparison.Ordinal);
        Assert.Contains("value=\"1920-05-11T20:10\"", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"see &lt;b&gt;fax&lt;/b&gt;\"", again.Text, StringComparison.Ordinal);
    }
}
