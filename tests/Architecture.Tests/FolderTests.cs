using System.Reflection;
using ArchUnitNET.Loader;
using Logistics.Testing;

namespace Logistics.Architecture.Tests;

/// <summary>Keeps the structure small enough to be seen at once: short folders, and no two that need each other.</summary>
public sealed class FolderTests
{
    const int MaxFiles = 15;

    [Fact]
    public void No_folder_holds_more_files_than_can_be_seen_at_once()
    {
        var crowded = new[] { "services", "shared" }
            .SelectMany(room => SourceTree.Files(room, "*.cs").Concat(SourceTree.Files(room, "*.cshtml")))
            .GroupBy(file => Path.GetDirectoryName(file), StringComparer.Ordinal)
            .Where(folder => folder.Count() > MaxFiles)
            .Select(folder => $"{folder.Key}: {folder.Count()} files");

        Assert.Empty(crowded);
    }

    public static TheoryData<string> Assemblies => [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Logistics.*.dll")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => !name.Contains("Test", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_two_namespaces_need_each_other(string assembly)
    {
        var needs = new ArchLoader().LoadAssembly(Assembly.Load(assembly)).Build().Types
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type.Namespace?.FullName ?? "", To: dependency.Target.Namespace?.FullName ?? "", Reason: $"{type.Name} → {dependency.Target.Name}")))
            .Where(need => need.From != need.To && need.From.StartsWith("Logistics.", StringComparison.Ordinal) && need.To.StartsWith(assembly, StringComparison.Ordinal))
            .ToLookup(need => need.From, StringComparer.Ordinal);

        var cycles = needs.SelectMany(from => from.Where(need => Reaches(need.To, from.Key))).Select(need => $"{need.From} → {need.To}: {need.Reason}");
        var text = string.Join('\n', cycles.Distinct(StringComparer.Ordinal));
        Assert.True(text.Length == 0, text);

        bool Reaches(string from, string to)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var next = new Stack<string>([from]);
            while (next.TryPop(out var one))
            {
                if (one == to)
                    return true;
                if (seen.Add(one))
                    foreach (var need in needs[one])
                        next.Push(need.To);
            }

            return false;
        }
    }
}
