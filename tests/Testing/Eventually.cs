namespace Logistics.Testing;

/// <summary>Waits for a condition, never for a time.</summary>
public static class Eventually
{
    /// <summary>Far longer than any condition takes.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Looks again and again until there is something to see.</summary>
    /// <exception cref="TimeoutException">It did not come within the <see cref="Timeout"/>.</exception>
    public static async Task<T> See<T>(Func<Task<T?>> look, string what) where T : class
    {
        using var timeout = new CancellationTokenSource(Timeout);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (true)
            {
                if (await look() is { } seen)
                    return seen;
                await pace.WaitForNextTickAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Did not see: {what}", late);
        }
    }

    public static Task Holds(Func<Task<bool>> condition, string what) => See(async () => await condition() ? "yes" : null, what);
}
