using System.Text.Json.Nodes;
using Logistics.Hosting.Access;
using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.Hosting.Tests;

/// <summary>What a service shows of its own log.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_check_says_how_far_the_log_is_whole_and_who_asked()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        await Register(host, "anna");
        await Register(host, "boris");

        (await host.PostAs("carl", Role.Auditor, "/intake/log/verifications", new { })).Expect(200);
        var log = await Checked(host);

        Assert.Equal((3, 3), ((int)log["head"]!, (int)log["events"]!));
        Assert.Equal(("carl", 2), ((string?)log["checked"]!["by"], (int)log["checked"]!["upTo"]!));
        Assert.Null(log["checked"]!["brokenAt"]);
        Assert.True((long)log["checked"]!["bytes"]! > 100);
    }

    [Fact]
    public async Task A_check_finds_a_changed_byte()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        await Register(host, "anna");
        await Register(host, "boris");
        host.Log("intake").Database.Change(2, "\"pieces\":1", "\"pieces\":2");

        (await host.Post(Role.Admin, "/intake/log/verifications", new { })).Expect(200);

        Assert.Equal(2, (long)(await Checked(host))["checked"]!["brokenAt"]!);
    }

    [Fact]
    public async Task Events_are_found_by_account_and_by_what_they_are_about_newest_first()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        await Register(host, "anna");
        await Register(host, "boris");
        await Register(host, "anna");
        (await host.PostAs("boris", Role.Foundation, "/intake/donations/D-2020-0001/amendments", new { reason = "Counted again.", lines = new[] { new { number = 1, pieces = 2 } } })).Expect(200);

        Assert.Equal("3 1", await Found(host, "?actor=anna"));
        Assert.Equal("4 1", await Found(host, "?about=D-2020-0001"));
        Assert.Equal("4 1", await Found(host, "?about=donation/D-2020-0001"));
        Assert.Equal("4", await Found(host, "?about=D-2020-0001&actor=boris"));
        Assert.Equal("4 3", await Found(host, "?limit=2"));
        Assert.Equal("2 1", await Found(host, "?before=3"));
        Assert.Equal("", await Found(host, "?about=D-2020-____"));
        Assert.Equal("Counted again.", (string?)(await host.Get(Role.Auditor, "/intake/log/events?limit=1"))["events"]![0]!["reason"]);
        Assert.Equal("Counted again.", (string?)(await host.Get(Role.Auditor, "/intake/log/events/4"))["data"]!["reason"]);
        (await host.Get(Role.Auditor, "/intake/log/events/5")).Expect(404);
    }

    [Theory]
    [InlineData(Role.Foundation)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Association)]
    public async Task Only_auditors_and_administrators_see_a_log(Role role)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        await Register(host, "anna");

        (await host.Get(role, "/intake/log")).Expect(404);
        (await host.Get(role, "/intake/log/events")).Expect(404);
        (await host.Get(role, "/intake/log/events/1")).Expect(404);
        (await host.Post(role, "/intake/log/verifications", new { })).Expect(404);
    }

    static async Task Register(RunningHost host, string account)
    {
        var lines = new[] { new { product = "mask", pieces = 1 } };
        (await host.PostAs(account, Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines })).Expect(201);
    }

    static async Task<JsonNode> Checked(RunningHost host)
    {
        JsonNode? log = null;
        await Eventually.Holds(
            async () =>
            {
                log = (await host.Get(Role.Auditor, "/intake/log")).Expect(200).Json!;
                return log["checked"] is not null && log["checking"] is null;
            },
            "the end of the check");
        return log!;
    }

    static async Task<string> Found(RunningHost host, string query) =>
        string.Join(' ', (await host.Get(Role.Auditor, "/intake/log/events" + query)).Expect(200)["events"]!.AsArray().Select(one => (long)one!["seq"]!));
}
