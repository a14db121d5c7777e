using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Operations.Tests;

[Collection(nameof(Listening))]
public sealed class MeasuresTests
{
    [Fact]
    public async Task A_program_measures_what_people_must_know_of_it()
    {
        using var meters = new Meters();
        await using var host = await RunningHost.Start(AllServices.Define());

        await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-01", lines = new[] { new { product = "mask", pieces = 600 } } });
        await host.Post(Role.Foundation, "/intake/donations", new { donor = "", pledgedOn = "2020-05-01", lines = new[] { new { product = "mask", pieces = 600 } } });
        host.Services.GetRequiredService<UserStore>().Fail("", new LockoutOptions(), "unknown");

        await Becomes(1, "logistics.log.head", ("service", "intake"));
        await Becomes(0, "logistics.relay.lag", ("service", "intake"));
        await Becomes(600, "logistics.pieces", ("account", "pledged"));
        await Becomes(0, "logistics.feed.lag", ("service", "tracking"), ("source", "intake"));
        await Becomes(0, "logistics.feed.lag.duration", ("service", "tracking"), ("source", "intake"));
        await Becomes(0, "logistics.receipts.overdue");
        await Becomes(1, "logistics.sign_in.failures", ("reason", "unknown"));
        Assert.InRange(meters.Of("logistics.feed.silence", ("service", "tracking"), ("source", "intake"))!.Value, 0, 60);
        Assert.InRange(meters.Of("logistics.log.batch.size", ("service", "intake"))!.Value, 1, 2);
        Assert.NotNull(meters.Of("logistics.log.batch.duration", ("service", "intake")));
        Assert.NotNull(meters.Of("logistics.command.duration", ("service", "intake"), ("route", "/donations"), ("outcome", "accepted")));
        Assert.NotNull(meters.Of("logistics.command.duration", ("service", "intake"), ("route", "/donations"), ("outcome", "refused")));
        var refusal = (await host.Post(Role.Foundation, "/intake/donations", new { donor = "" })).Code!;
        await Becomes(1, "logistics.command.refusals", ("service", "intake"), ("code", refusal));

        Task Becomes(double value, string instrument, params (string, string)[] tags) => Eventually.Holds(
            () => Task.FromResult(meters.Of(instrument, tags) == value), $"{instrument} {string.Join(' ', tags)} = {value}, which is {meters.Of(instrument, tags)}");
    }
}
