using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Operations.Feeds;

public sealed class ShowFeedsTests : IAsyncLifetime
{
    readonly FourServices services = new();

    public ValueTask InitializeAsync() => services.InitializeAsync();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_feed_is_shown_with_how_far_it_is()
    {
        await Register("Donor");
        using var auditor = await services.SignIn(Role.Auditor);

        var shown = await Eventually.See(
            async () => (await auditor.Get("/operations")).Expect(200) is { } page && page.Words.Contains(" Tracking Intake 1 1 0 – in step", StringComparison.Ordinal) ? page : null,
            "the feed of tracking in step");

        Assert.Contains("Every service follows the others; none stands still.", shown.Words, StringComparison.Ordinal);
        foreach (var feed in new[] { "Intake Shipment", "Intake Distribution", "Distribution Shipment", "Tracking Shipment", "Tracking Distribution" })
            Assert.Contains($" {feed} 0 0 0 – in step", shown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stall_is_shown_with_its_event_and_skipped_with_a_reason_that_is_kept()
    {
        await Register(FourServices.Trouble);
        await Register("Donor");
        using var admin = await services.SignIn(Role.Admin);
        var stalled = await Stalled(admin);

        Assert.Contains("Tracking follows Intake Event intake 1 Donation registered Error It <b>cannot</b> be applied. Attempts", stalled.Words, StringComparison.Ordinal);
        Assert.Contains("\"donor\": \"Trouble &lt;b&gt;\"", stalled.Text.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        (string, string)[] stall = [("follower", "tracking"), ("source", "intake"), ("seq", "1")];
        var unreasoned = (await admin.Send("/operations", "?handler=Skip", stall)).Expect(422);
        Assert.Contains("Say why in a few words.", unreasoned.Words, StringComparison.Ordinal);
        (await admin.Send("/operations", "?handler=Skip", [("follower", "tracking"), ("source", "intake"), ("seq", "2"), ("reason", "The wrong one.")])).Expect(409);

        (await admin.Send("/operations", "?handler=Skip", [.. stall, ("reason", "Registered by mistake.")])).Expect(302);

        await Eventually.Holds(async () => (await admin.Get("/operations")).Words.Contains(" Tracking Intake 2 2 0 – in step", StringComparison.Ordinal), "the feed after the event that was skipped");
        Assert.Contains("Event skipped Reason: Registered by mistake.", (await admin.Get("/operations/audit?about=feed/intake")).Expect(200).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stall_can_be_tried_again_and_an_auditor_can_do_nothing()
    {
        await Register(FourServices.Trouble);
        using var admin = await services.SignIn(Role.Admin);
        using var auditor = await services.SignIn(Role.Auditor);
        await Stalled(admin);
        (string, string)[] stall = [("follower", "tracking"), ("source", "intake"), ("seq", "1")];

        (await admin.Send("/operations", "?handler=Retry", stall)).Expect(302);
        Assert.DoesNotContain("handler=Skip", (await Stalled(auditor)).Text, StringComparison.Ordinal);
        (await auditor.Send("/operations", "?handler=Retry", stall)).Expect(404);
        (await auditor.Send("/operations", "?handler=Skip", [.. stall, ("reason", "Not allowed.")])).Expect(404);
        await Stalled(admin);
    }

    [Fact]
    public async Task A_feed_that_has_applied_what_its_source_has_lost_says_so()
    {
        await Register("Donor");
        using var auditor = await services.SignIn(Role.Auditor);
        await Eventually.Holds(async () => (await auditor.Get("/operations")).Words.Contains(" Tracking Intake 1 1 0 – in step", StringComparison.Ordinal), "the feed in step");

        await services.Host.Log("tracking").Write(new Origin("test", "test"), session => session.Execute("update position set seq = 4 where source = 'intake'"));

        var shown = await Eventually.See(
            async () => (await auditor.Get("/operations")) is { } page && page.Words.Contains(" Tracking Intake 4 1 0 – ahead of its source", StringComparison.Ordinal) ? page : null, "the feed ahead");
        Assert.Contains("Tracking has applied 3 events that Intake no longer has", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is lost", shown.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Foundation)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Association)]
    public async Task Another_role_finds_no_such_page(Role role)
    {
        await Register("Donor");
        using var other = await services.SignIn(role);

        foreach (var page in new[] { "", "/broker", "/logs", "/audit", "/audit/intake/1", "/audit/intake/9" })
            Assert.Equal(404, (await other.Get("/operations" + page)).Status);
    }

    static Task<Shown> Stalled(AtWork person) => Eventually.See(
        async () => (await person.Get("/operations")) is { } page && page.Words.Contains("A feed stands still", StringComparison.Ordinal) ? page : null, "the stall");

    async Task Register(string donor)
    {
        var lines = new[] { new { product = "mask", pieces = 5 } };
        (await services.Host.Post(Role.Foundation, "/intake/donations", new { donor, pledgedOn = "2020-05-08", lines })).Expect(201);
    }
}
