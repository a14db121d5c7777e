namespace Logistics.Testing;

/// <summary>Time that moves only when a test says so. Its timers are real: nothing in the tests waits for them.</summary>
public sealed class FakeClock : TimeProvider
{
    long ticks = new DateTimeOffset(2020, 5, 8, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
