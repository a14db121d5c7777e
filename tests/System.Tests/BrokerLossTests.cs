using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Intake;
using Logistics.Testing;

namespace Logistics.System.Tests;

/// <summary>Two programs that meet at a real broker, which is then taken away from them.</summary>
public sealed class BrokerLossTests
{
    [Fact]
    public async Task A_broker_that_loses_everything_loses_nothing()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var ownerFolder = new TemporaryFolder();
        using var followerFolder = new TemporaryFolder();
        var seen = new Seen();
        await using var owner = await RunningHost.StartOn(ownerFolder, broker, IntakeSlices.Define());
        await using var follower = await RunningHost.StartOn(followerFolder, broker, seen.Follower());

        await Register(owner, 1, 20);
        await Eventually.Holds(() => Task.FromResult(seen.Count == 20), "the events before the loss");

        await broker.Wipe();
        await Register(owner, 21, 40);
        await Eventually.Holds(() => Task.FromResult(seen.Count >= 40), "the events after the loss");

        Assert.Equal(Enumerable.Range(1, 40).Select(serial => DonationNumber.From(2020, serial)), seen.Numbers);
    }

    [Fact]
    public async Task A_broker_that_hangs_delays_and_repeats_nothing()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var ownerFolder = new TemporaryFolder();
        using var followerFolder = new TemporaryFolder();
        var seen = new Seen();
        await using var owner = await RunningHost.StartOn(ownerFolder, broker, IntakeSlices.Define());
        await using var follower = await RunningHost.StartOn(followerFolder, broker, seen.Follower());
        await Register(owner, 1, 1);
        await Eventually.Holds(() => Task.FromResult(seen.Count == 1), "the first event");

        await broker.Pause();
        await Register(owner, 2, 10);
        Assert.Equal(10, owner.Log("intake").Head);
        await broker.Resume();

        await Eventually.Holds(() => Task.FromResult(seen.Count >= 10), "the rest");
        Assert.Equal(Enumerable.Range(1, 10).Select(serial => DonationNumber.From(2020, serial)), seen.Numbers);
    }

    [Fact]
    public async Task A_follower_that_comes_late_catches_up_from_the_log()
    {
        await using var broker = await RabbitNode.Start();
        using var ownerFolder = new TemporaryFolder();
        using var followerFolder = new TemporaryFolder();
        await using var owner = await RunningHost.StartOn(ownerFolder, broker, IntakeSlices.Define());
        await Register(owner, 1, 30);

        var seen = new Seen();
        await using var follower = await RunningHost.StartOn(followerFolder, broker, seen.Follower());

        await Eventually.Holds(() => Task.FromResult(seen.Count >= 30), "all events");
        Assert.Equal(Enumerable.Range(1, 30).Select(serial => DonationNumber.From(2020, serial)), seen.Numbers);
    }

    static async Task Register(RunningHost owner, int first, int last)
    {
        for (var serial = first; serial <= last; serial++)
        {
            var lines = new[] { new { product = "mask", pieces = serial } };
            (await owner.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines })).Expect(201);
        }
    }

    /// <summary>What a service of the test's own has applied, in the order in which it did.</summary>
    sealed class Seen
    {
        readonly List<DonationNumber> numbers = [];

        public int Count
        {
            get
            {
                lock (numbers)
                    return numbers.Count;
            }
        }

        public IReadOnlyList<DonationNumber> Numbers
        {
            get
            {
                lock (numbers)
                    return [.. numbers];
            }
        }

        public ServiceDefinition Follower() => new ServiceDefinition("follower", typeof(Seen).Assembly)
            .When<DonationRegistered>("intake", (registered, _) =>
            {
                lock (numbers)
                    numbers.Add(registered.Event.Number);
            });
    }
}
