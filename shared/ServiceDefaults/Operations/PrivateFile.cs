using System.Security.Cryptography;

namespace Logistics.ServiceDefaults.Operations;

/// <summary>Files that only their owner can read.</summary>
static class PrivateFile
{
    public const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
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
        using var copy = Create(to);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    public static BackupManifest.CopiedFile Describe(string path)
    {
        using var file = File.OpenRead(path);
        return new BackupManifest.CopiedFile(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
