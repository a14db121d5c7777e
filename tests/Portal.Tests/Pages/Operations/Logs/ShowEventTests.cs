using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Operations.Logs;

public sealed class ShowEventTests : IAsyncLifetime
{
    readonly FourServices services = new();

    public ValueTask InitializeAsync() => services.InitializeAsync();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task One_event_can_be_read_as_it_stands_in_its_log()
    {
        var lines = new[] { new { product = "mask", pieces = 5 } };
        (await services.Host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines })).Expect(201);
        using var auditor = await services.SignIn(Role.Auditor);

        var shown = (await auditor.Get("/operations/audit/intake/1")).Expect(200);

        Assert.Contains("Donation registered intake.donation-registered.v1", shown.Words, StringComparison.Ordinal);
        Assert.Contains("\"donor\": \"Donor\"", shown.Words, StringComparison.Ordinal);
        (await auditor.Get("/operations/audit/intake/2")).Expect(404);
        (await auditor.Get("/operations/audit/nothing/1")).Expect(404);
    }
}
