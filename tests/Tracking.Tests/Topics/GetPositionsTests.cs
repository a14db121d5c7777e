using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Topics;

public sealed class GetPositionsTests
{
    [Fact]
    public async Task A_question_waits_for_the_position_that_its_answer_must_include()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        var stop = TestContext.Current.CancellationToken;
        await PartlyHandedOver.Append(host, "intake", PartlyHandedOver.Intake);
        await PartlyHandedOver.Append(host, "shipment", PartlyHandedOver.Shipment);

        var tracking = new TrackingClient(new ServiceCalls(new HttpClient(), new CallContext
        {
            AddressOf = _ => new Uri(host.Address),
            AtLeast = [new LogPosition("intake", PartlyHandedOver.Intake.Count), new LogPosition("shipment", PartlyHandedOver.Shipment.Count)],
        }));
        // A busy machine may take longer than an answer waits; then it says so and is asked again.
        var balances = await Eventually.See(
            async () => await tracking.GetBalances(new GetBalancesQuery(), stop) is { Behind: [] } reply ? reply : null, "an answer that includes both positions");

        Assert.All(balances.Expect().Donations, donation => Assert.True(donation.Settled));
        Assert.Equal(2, balances.Expect().Donations.Count);
    }

    [Fact]
    public async Task An_answer_names_the_log_that_it_is_behind()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());
        var stop = TestContext.Current.CancellationToken;
        var tracking = new TrackingClient(host.Calls(Role.Coordinator));

        var ahead = await tracking.Reach(new LogPosition("shipment", 1_000), stop);

        Assert.Equal(["shipment"], ahead.Behind);
        Assert.Contains(new LogPosition("shipment", PartlyHandedOver.Shipment.Count), ahead.Expect().Logs);
        Assert.Empty((await tracking.Reach(new LogPosition("portal", 1_000), stop)).Behind);
    }

    [Theory]
    [InlineData("shipment")]
    [InlineData("shipment=x")]
    [InlineData("=1")]
    [InlineData("shipment=1, intake")]
    public async Task What_is_no_position_is_refused(string position)
    {
        await using var host = await RunningHost.Start(TrackingSlices.Define());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tracking/positions");
        request.Headers.Add("Log-Position", position);

        using var response = await host.Send(request);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("log-position-format", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
