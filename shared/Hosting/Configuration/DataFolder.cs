namespace Logistics.Hosting.Configuration;

/// <summary>
/// Locks the data folder: shared by running programs, exclusive for a restore. The operating
/// system releases the lock when a program ends for any reason.
/// </summary>
public sealed class DataFolder : IDisposable
{
    readonly FileStream held;
    readonly string mark;

    DataFolder(string folder, FileAccess access, FileShare share)
    {
        held = new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, access, share);
        mark = Path.Combine(folder, "restore-unfinished");
    }

    /// <summary>Acquires a shared lock, for a running program.</summary>
    /// <exception cref="InvalidOperationException">A restore is in progress or was not finished.</exception>
    public static DataFolder Share(string folder)
    {
        DataFolder shared;
        try
        {
            shared = new DataFolder(folder, FileAccess.Read, FileShare.Read);
        }
        catch (IOException error)
        {
            throw new InvalidOperationException($"{folder} is being restored: {error.Message} Start again when the restore is complete.", error);
        }

        if (!File.Exists(shared.mark))
            return shared;
        using (shared)
            throw new InvalidOperationException($"A restore of {folder} was not finished, so its databases do not match. Restore again: {File.ReadAllText(shared.mark)}");
    }

    /// <summary>Acquires the exclusive lock, for a restore.</summary>
    /// <exception cref="InvalidOperationException">A program holds the lock.</exception>
    public static DataFolder Take(string folder)
    {
        try
        {
            return new DataFolder(folder, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new InvalidOperationException($"A program has databases in {folder} open: {error.Message} Stop all programs that use this folder first.", error);
        }
    }

    /// <summary>Prevents programs from starting in this folder until <see cref="Finish"/>, even if this process is killed first.</summary>
    /// <param name="how">The command that completes the restore.</param>
    public void Begin(string how)
    {
        using var file = new FileStream(mark, FileMode.Create, FileAccess.Write);
        file.Write(System.Text.Encoding.UTF8.GetBytes(how));
        file.Flush(flushToDisk: true);
    }

    public void Finish() => File.Delete(mark);

    public void Dispose() => held.Dispose();
}
