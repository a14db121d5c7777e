namespace Logistics.Testing;

/// <summary>The files of the checkout that these tests were built in, by their paths from its root.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Logistics.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Logistics.sln above the tests.");
        return folder;
    }
}
