namespace Logistics.EventLog.Tests;

public sealed class LeaseTests
{
    [Fact]
    public async Task One_has_it_until_it_lets_go_or_is_not_heard_of_for_a_term()
    {
        using var given = Given.AnOwner();
        using var twin = given.Twin();
        var first = new Lease(given.Log, "relay");
        var second = new Lease(twin.Log, "relay");

        Assert.True(await first.Take());
        Assert.False(await second.Take());

        given.Clock.Advance(Lease.Term);
        twin.Clock.Advance(Lease.Term);
        Assert.True(await first.Take());
        Assert.False(await second.Take());

        twin.Clock.Advance(Lease.Term + TimeSpan.FromMilliseconds(1));
        Assert.True(await second.Take());
        Assert.False(await first.Take());

        await first.Release();
        Assert.True(await second.Take());
        await second.Release();
        Assert.True(await first.Take());
    }

    [Fact]
    public async Task It_is_of_one_kind_of_work()
    {
        using var given = Given.AnOwner();

        Assert.False(await new Lease(given.Log, "nothing").Take());
    }
}
