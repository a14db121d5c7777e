namespace Logistics.Hosting.Configuration;

/// <summary>
/// Held by every program that has databases in a data folder, and by a restore alone: neither can have it while the other has. The operating
/// system lets go of it when a program ends, however it ends.
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

    /// <summary>For a program; others may have it too.</summary>
    /// <exception cref="InvalidOperationException">A restore is under way, or was not finished.</exception>
    public static DataFolder Share(string folder)
    {
        DataFolder shared;
        try
        {
            shared = new DataFolder(folder, FileAccess.Read, FileShare.Read);
        }
        catch (IOException error)
        {
            throw new InvalidOperationException($"{folder} is being restored: {error.Message} Start again when that is done.", error);
        }

        if (!File.Exists(shared.mark))
            return shared;
        using (shared)
            throw new InvalidOperationException($"A restore of {folder} was not finished: its databases are not one set. Restore again: {File.ReadAllText(shared.mark)}");
    }

    /// <summary>For one alone.</summary>
    /// <exception cref="InvalidOperationException">A program has it.</exception>
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

    /// <summary>No program starts here until <see cref="Finish"/>, even when this process is killed before.</summary>
    /// <param name="how">The command that finishes it.</param>
    public void Begin(string how)
    {
        using var file = new FileStream(mark, FileMode.Create, FileAccess.Write);
        file.Write(System.Text.Encoding.UTF8.GetBytes(how));
        file.Flush(flushToDisk: true);
    }

    public void Finish() => File.Delete(mark);

    public void Dispose() => held.Dispose();
}
