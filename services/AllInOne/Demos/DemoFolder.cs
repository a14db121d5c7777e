namespace Logistics.AllInOne.Demos;

/// <summary>Where a demo keeps its databases: a new one empties it, a resumed one goes on with it.</summary>
static class DemoFolder
{
    const string Mark = "demo";

    /// <exception cref="InvalidOperationException">The folder holds something that is not a demo, and is left alone; or it cannot be written to.</exception>
    public static string Prepare(string? given, bool resume)
    {
        var folder = Path.GetFullPath(given ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "logistics", "demo"));
        var mark = Path.Combine(folder, Mark);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(mark))
                throw new InvalidOperationException($"{folder} holds something that is not a demo. Name an empty folder with --data.");
            if (!resume)
                Directory.Delete(folder, recursive: true);
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(mark, "A demo of the logistics system. A new demo empties this folder.\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The demo cannot write to {folder}: {error.Message} Name a folder to write to with --data.", error);
        }

        return folder;
    }
}
