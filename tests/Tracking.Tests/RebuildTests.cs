using Dapper;
using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests;

/// <summary>Filling the tables a second time while the first rows answer.</summary>
public sealed class RebuildTests
{
    const int ManyEvents = 100_000;

    [Fact]
    public async Task After_a_rebuild_every_answer_is_the_same_and_the_old_rows_are_gone()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());
        string[] questions =
        [
            "balances", "under-way", "donations", "donations/D-2020-0001", "donations/D-2020-0001/cartons?place=3", "products/09521234000013/donations",
            "cartons/" + PartlyHandedOver.FirstSscc, "track/D-2020-0001", "track/02012345675", "track/" + PartlyHandedOver.FirstSscc, "track/P-13-2020-0001", "track/C0001",
        ];
        var before = await Ask();

        await Begin(host);
        await Exchanged(host);

        Assert.Equal(before, await Ask());
        Assert.Equal([2L], Generations(host));

        async Task<List<string>> Ask()
        {
            var answers = new List<string>();
            foreach (var question in questions)
                answers.Add((await host.Get(Role.Auditor, "/tracking/" + question)).Expect(200).Text);
            return answers;
        }
    }

    /// <summary>The first rows answer and are written on; what is appended meanwhile is in the new ones too.</summary>
    [Fact]
    public async Task Public_pages_are_never_empty_all_through_a_rebuild_of_many_events()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());
        await AppendMany(host);
        await PartlyHandedOver.Followed(host);
        var stop = TestContext.Current.CancellationToken;
        var tracking = new TrackingClient(host.Calls(null));

        await Begin(host);
        await PartlyHandedOver.Append(host, "intake", [("donation/D-2020-0002", new DonationClosed(PartlyHandedOver.SecondGift))]);
        var asked = 0;
        do
        {
            Assert.Equal(2, (await tracking.GetBalances(new GetBalancesQuery(), stop)).Expect().Donations.Count);
            Assert.NotEmpty((await tracking.GetUnderWay(stop)).Expect().Newest);
            Assert.NotEmpty((await tracking.TrackCode("D-2020-0001", stop)).Expect().Timeline!);
            asked++;
        }
        while (Filling(host) > 0);

        Assert.True(asked > 1);
        Assert.Equal([2L], Generations(host));
        await PartlyHandedOver.Followed(host);
        Assert.Equal(TrackedState.Closed, (await tracking.GetDonation(PartlyHandedOver.SecondGift, stop)).Expect().State);
        TestContext.Current.TestOutputHelper!.WriteLine($"asked {asked} times while {ManyEvents} events were applied again");
    }

    [Fact]
    public async Task A_rebuild_goes_on_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartOn(folder, [TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]))
        {
            foreach (var (source, events) in PartlyHandedOver.Logs)
                await PartlyHandedOver.Append(host, source, events);
            await PartlyHandedOver.Followed(host);
        }

        // Without Tracking running, only the intention is stored.
        await using (var host = await RunningHost.StartOn(folder, TrackingSlices.Define()))
            await Begin(host);
        await using var again = await RunningHost.StartOn(folder, [TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        await Exchanged(again);

        Assert.Equal([2L], Generations(again));
        Assert.Equal(2, (await new TrackingClient(again.Calls(null)).GetBalances(new GetBalancesQuery(), TestContext.Current.CancellationToken)).Expect().Donations.Count);
    }

    [Fact]
    public async Task A_rebuild_that_is_begun_again_starts_from_nothing()
    {
        await using var host = await PartlyHandedOver.Start(TrackingSlices.Define());

        await Begin(host);
        await Begin(host);
        await Exchanged(host);

        var generation = Assert.Single(Generations(host));
        Assert.True(generation > 2);
        Assert.True((await new TrackingClient(host.Calls(null)).GetBalances(new GetBalancesQuery(), TestContext.Current.CancellationToken)).Expect().Donations.All(donation => donation.Settled));
    }

    /// <summary>Counted and undone again: each event changes a row, and what is public stays small.</summary>
    static async Task AppendMany(RunningHost host)
    {
        var carton = CartonId.From(PartlyHandedOver.SecondGift, "C0001");
        const int AtOnce = 5_000;
        for (var appended = 0; appended < ManyEvents; appended += AtOnce)
        {
            await PartlyHandedOver.Append(host, "shipment", Enumerable.Range(0, AtOnce).Select(_ =>
                ("consignment/many", (object)new CountEntryUndone(PartlyHandedOver.AirWaybill, 1, 1, [carton], [], []))));
        }
    }

    static Task Begin(RunningHost host) => new Generations(host.Log("tracking"), Subjects.Sources.All).Begin();

    static Task Exchanged(RunningHost host) => Eventually.Holds(() => Task.FromResult(Filling(host) == 0), "the exchange of the generations");

    static long Filling(RunningHost host)
    {
        using var connection = host.Log("tracking").Database.Open();
        return connection.ExecuteScalar<long>("select filling from generation");
    }

    /// <summary>Returns the generations that have rows.</summary>
    static List<long> Generations(RunningHost host)
    {
        using var connection = host.Log("tracking").Database.Open();
        return connection.Query<long>("select generation from posting union select generation from entry_subject union select generation from carton").AsList();
    }
}
