using Logistics.Portal.Live;

namespace Logistics.Portal.Tests.Live;

public sealed class ChangesTests
{
    readonly Changes changes = new();

    [Fact]
    public async Task A_listener_is_told_of_its_topics_and_of_no_other()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var heard = changes.Listen(new HashSet<string>(StringComparer.Ordinal) { "recipient/13" }, gone.Token).GetAsyncEnumerator(gone.Token);
        var next = heard.MoveNextAsync();
        changes.Tell(["recipient/27", "distribution"]);
        Assert.False(next.IsCompleted);

        changes.Tell(["distribution", "recipient/13"]);

        Assert.True(await next);
        Assert.Equal("recipient/13", heard.Current);
    }

    [Fact]
    public async Task Who_has_gone_is_forgotten()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var heard = changes.Listen(new HashSet<string>(StringComparer.Ordinal) { "intake" }, gone.Token).GetAsyncEnumerator(gone.Token);
        var next = heard.MoveNextAsync();
        Assert.True(changes.AreListenedTo);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.False(changes.AreListenedTo);
    }
}
