using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Operations.Logs;

public sealed class VerifyLogsTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task A_check_of_all_logs_says_who_asked_and_finds_a_changed_byte_where_it_is()
    {
        var lines = new[] { new { product = "mask", pieces = 1 } };
        foreach (var donor in new[] { "One", "Two", "Three" })
            (await services.Host.Post(Role.Foundation, "/intake/donations", new { donor, pledgedOn = "2020-05-08", lines })).Expect(201);
        using var auditor = await services.SignIn(Role.Auditor);
        Assert.Contains("Last checked never", (await auditor.Get("/operations/logs")).Expect(200).Words, StringComparison.Ordinal);

        (await auditor.Send("/operations/logs", "")).Expect(302);
        var whole = await Eventually.See(
            async () => await auditor.Get("/operations/logs") is { } page && page.Words.Split(" whole ").Length > 5 ? page : null, "five logs that are whole");
        Assert.Contains("whole 3 events,", whole.Words, StringComparison.Ordinal);
        Assert.Contains("by Name of auditor-", whole.Words, StringComparison.Ordinal);

        services.Host.Log("intake").Database.Change(2, "Two", "Too");
        (await auditor.Send("/operations/logs", "")).Expect(302);

        var broken = await Eventually.See(
            async () => await auditor.Get("/operations/logs") is { } page && page.Words.Contains("The log is not whole: event 2 is missing or was changed", StringComparison.Ordinal) ? page : null,
            "the changed byte");
        Assert.Contains("href=\"/operations/audit/intake/2\"", broken.Text, StringComparison.Ordinal);
    }
}
