namespace Logistics.Hosting.Configuration;

/// <summary>Files that only their owner can read.</summary>
public static class PrivateFile
{
    public const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file to write, with this mode where it is made.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mode">Whether it may be there.</param>
    /// <param name="share">What others may do meanwhile.</param>
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

    /// <summary>Whether others than its owner may read it.</summary>
    public static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owners) != UnixFileMode.None;

    /// <summary>Copies it to the disk and not only to its cache.</summary>
    public static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var copy = Open(to, FileMode.CreateNew);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }
}
