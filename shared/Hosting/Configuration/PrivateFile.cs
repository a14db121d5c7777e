namespace Logistics.Hosting.Configuration;

/// <summary>Handles files that only their owner can read.</summary>
public static class PrivateFile
{
    public const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file for writing; a new file is readable by its owner only.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="mode">Whether the file may already exist.</param>
    /// <param name="share">Access allowed to others while it is open.</param>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owners;
        return new FileStream(path, options);
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnersFolder);
    }

    /// <summary>Returns whether anybody except its owner may read a file.</summary>
    public static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owners) != UnixFileMode.None;

    /// <summary>Copies a file and flushes the copy to disk.</summary>
    public static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var copy = Open(to, FileMode.CreateNew);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }
}
