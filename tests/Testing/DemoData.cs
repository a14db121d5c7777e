namespace Logistics.Testing;

/// <summary>The data of the whole demo, played once by the real program, and copied for each test that needs it.</summary>
public static class DemoData
{
    static readonly Lazy<Task<TemporaryFolder>> Played = new(Play);

    /// <summary>A copy that the test may change.</summary>
    public static async Task<TemporaryFolder> Copy()
    {
        var original = await Played.Value;
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(original.Path, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Path, Path.GetRelativePath(original.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    static async Task<TemporaryFolder> Play()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var demo = ChildProcess.Start("AllInOne", "demo", "--exit", "--urls", "http://127.0.0.1:0", "--data", folder.Path);
        return await demo.End() == 0 ? folder : throw new InvalidOperationException(demo.Output);
    }
}
