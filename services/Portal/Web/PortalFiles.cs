using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;

namespace Logistics.Portal.Web;

/// <summary>Reads the files that the portal embeds, for example style sheets and scripts.</summary>
public static class PortalFiles
{
    /// <summary>Returns the folder of the sources in Development, so that a changed file shows on reload; null elsewhere, or where the sources are not on this machine.</summary>
    /// <param name="folder">A folder of the portal's project, for example <c>Assets</c>.</param>
    /// <param name="environment">The environment that the program runs in.</param>
    public static string? Sources(string folder, IHostEnvironment environment) =>
        environment.IsDevelopment() && Path.Combine(Project(), folder) is var sources && Directory.Exists(sources) ? sources : null;

    /// <summary>Reads all files of a folder by name.</summary>
    /// <param name="folder">A folder of the portal's project whose files are embedded as <c>folder/name</c>.</param>
    /// <param name="sources">The folder to read instead of the embedded files, or null.</param>
    public static Dictionary<string, byte[]> Read(string folder, string? sources)
    {
        if (sources is not null)
            return Directory.EnumerateFiles(sources).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        var assembly = typeof(PortalFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .ToDictionary(name => name[(folder.Length + 1)..], Embedded, StringComparer.Ordinal);

        byte[] Embedded(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }

    static string Project([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
