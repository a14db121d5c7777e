using Logistics.Hosting.Configuration;

namespace Logistics.AllInOne.Demos;

/// <summary>Prepares the folder of the demo's databases: empties it for a new demo, keeps it for a resumed one.</summary>
static class DemoFolder
{
    const string Mark = "demo";

    /// <exception cref="InvalidOperationException">The folder contains something other than a demo, is in use, or cannot be written to.</exception>
    public static string Prepare(string? given, bool resume)
    {
        var folder = Path.GetFullPath(given ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "logistics", "demo"));
        var mark = Path.Combine(folder, Mark);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(mark))
                throw new InvalidOperationException($"{folder} contains something other than a demo. Name an empty folder with --data.");
            if (!resume)
            {
                DataFolder.Take(folder).Dispose();
                Directory.Delete(folder, recursive: true);
            }
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(mark, "A demo of the logistics system. A new demo empties this folder.\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The demo cannot write to {folder}: {error.Message} Name a writable folder with --data.", error);
        }

        return folder;
    }
}
