using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

[Collection(nameof(Listening))]
public sealed class TelemetryTests
{
    const string Password = "three calm words";

    [Fact]
    public async Task A_receipt_is_one_trace_from_the_page_through_service_relay_and_broker_to_both_followers()
    {
        using var data = new TemporaryFolder();
        var parcel = await Prepare(data);
        await using var collector = await OtlpCollector.Start();
        await using var broker = await RabbitNode.Start();
        var address = $"http://127.0.0.1:{Ports.Free(1)[0]}";
        string[] common = [$"--data={data.Path}", $"--broker={broker.Address}"];
        string[] service = ["--urls=http://127.0.0.1:0", $"--keys={address}/.well-known/jwks.json", .. common];
        await using var intake = ChildProcess.Start("Intake", collector.Environment, service);
        await using var shipment = ChildProcess.Start("Shipment", collector.Environment, service);
        await using var distribution = ChildProcess.Start("Distribution", collector.Environment, service);
        await using var tracking = ChildProcess.Start("Tracking", collector.Environment, service);
        await using var portal = ChildProcess.Start(
            "Portal",
            collector.Environment,
            [
                .. common, $"--urls={address}", $"--intake={await intake.Address()}", $"--shipment={await shipment.Address()}", $"--distribution={await distribution.Address()}",
                $"--tracking={await tracking.Address()}",
            ]);

        using var person = await SignedIn.As("tokyo@example.jp", Password, (await portal.Address()).ToString());
        using var answer = await person.Send($"/association/parcels/{parcel}/receipt?handler=AllGood", ("receivedAt", "2020-05-16T10:00"));
        Assert.True((int)answer.StatusCode is 302 or 303, await answer.Content.ReadAsStringAsync());

        await Eventually.Holds(() => Task.FromResult(Missing().Count == 0), $"the spans of one trace; it has no {string.Join(", ", Missing())}");

        // No span stands for itself: what programs tell each other every second begins no trace.
        Assert.DoesNotContain(collector.Spans.GroupBy(span => span.Trace), trace => trace.All(span => span.Scope == "MassTransit"));

        List<string> Missing()
        {
            var trace = collector.Spans.FirstOrDefault(span => span is { Program: "intake" } && span.Name.StartsWith("apply distribution.receipt", StringComparison.Ordinal))?.Trace;
            var spans = collector.Spans.Where(span => span.Trace == trace).ToList();
            var wanted = new Dictionary<string, Func<OtlpCollector.Span, bool>>(StringComparer.Ordinal)
            {
                ["request at the portal"] = span => span is { Program: "portal", Scope: "Microsoft.AspNetCore" },
                ["call of the portal"] = span => span is { Program: "portal", Scope: "System.Net.Http" },
                ["request at the service"] = span => span is { Program: "distribution", Scope: "Microsoft.AspNetCore" },
                ["relay"] = span => span is { Program: "distribution", Scope: "Logistics.EventLog" },
                ["sending to the broker"] = span => span is { Program: "distribution", Scope: "MassTransit" },
                ["intake taking it from the broker"] = span => span is { Program: "intake", Scope: "MassTransit" },
                ["tracking taking it from the broker"] = span => span is { Program: "tracking", Scope: "MassTransit" },
                ["intake applying it"] = span => span is { Program: "intake", Scope: "Logistics.EventLog" },
                ["tracking applying it"] = span => span is { Program: "tracking", Scope: "Logistics.EventLog" },
            };
            return [.. wanted.Where(one => !spans.Exists(span => one.Value(span))).Select(one => one.Key)];
        }
    }

    [Fact]
    public async Task What_lets_people_in_is_sent_nowhere()
    {
        using var data = new TemporaryFolder();
        await using var collector = await OtlpCollector.Start();
        await using var program = ChildProcess.Start("AllInOne", collector.Environment, "--urls=http://127.0.0.1:0", $"--data={data.Path}");
        using var nobody = SignedIn.Nobody((await program.Address()).ToString());

        using var answer = await nobody.Http.GetAsync(new Uri("/account/invitation?token=lgi_of-an-invitation", UriKind.Relative));

        // The host says that it has started after the link was printed.
        await Eventually.Holds(
            () => Task.FromResult(collector.Everything.Contains("Application started", StringComparison.Ordinal) && collector.Spans.Any(span => span.Scope == "Microsoft.AspNetCore")),
            "the logs and the trace of the request");
        Assert.Contains("/account/first-administrator?token=", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("first-administrator?token=", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("of-an-invitation", collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>The secretary of Tokyo, and a parcel on its way there.</summary>
    static async Task<string> Prepare(TemporaryFolder data)
    {
        await using var host = await RunningHost.StartOn(data, AllServices.Define());
        new GivenUser("tokyo", "tokyo@example.jp", "東京の事務局", Role.Association, "13", "ja").Make(host.Services, Password);
        return await host.OnTheWay();
    }
}
