namespace Logistics.Portal.Pages.Foundation.PackingLists;

/// <summary>
/// Keeps files in memory between their dry run and the button that attaches them: the latest of each account, for half an hour. If a file is
/// gone, the user is asked to choose it again.
/// </summary>
public sealed class CheckedFiles(TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    readonly Lock gate = new();
    readonly Dictionary<string, (string Hash, byte[] Content, DateTimeOffset Until)> files = new(StringComparer.Ordinal);

    public void Keep(string account, string hash, byte[] content)
    {
        lock (gate)
        {
            foreach (var late in files.Where(file => file.Value.Until <= clock.GetUtcNow()).Select(file => file.Key).ToList())
                files.Remove(late);
            files[account] = (hash, content, clock.GetUtcNow() + Kept);
        }
    }

    /// <returns>Null if the file is no longer kept.</returns>
    public byte[]? Find(string account, string hash)
    {
        lock (gate)
            return files.TryGetValue(account, out var file) && file.Hash == hash && file.Until > clock.GetUtcNow() ? file.Content : null;
    }
}
