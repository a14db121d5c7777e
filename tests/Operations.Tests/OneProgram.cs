using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>All services in one program that has a broker, and what tests of that broker ask of it.</summary>
static class OneProgram
{
    /// <summary>Starts it and sees one donation arrive in Tracking.</summary>
    public static async Task<RunningHost> Start(TemporaryFolder folder, RabbitNode broker)
    {
        var host = await RunningHost.StartOn(folder, broker, AllServices.Define());
        try
        {
            await host.Register(1);
            await host.Arrive();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public static async Task Register(this RunningHost host, int count)
    {
        for (var i = 0; i < count; i++)
            (await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 60 } } })).Expect(201);
    }

    public static Task Arrive(this RunningHost host) => Eventually.Holds(
        async () => (await host.Get(Role.Auditor, "/tracking/feeds")).Expect(200).Json!.AsArray().All(feed => (long)feed!["position"]! == host.Log((string)feed["source"]!).Head),
        "all logs in tracking");

    public static Task Becomes(this RunningHost host, string status) => Eventually.Holds(async () => (string?)(await host.Health()).Expect(200)["status"] == status, status);
}
