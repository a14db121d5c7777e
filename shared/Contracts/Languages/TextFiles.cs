using System.Reflection;
using System.Text.Json;

namespace Logistics.Contracts.Languages;

/// <summary>
/// Opens the JSON files that hold everything a language needs: entries by key, and in each entry a value by language. A file of the same name
/// next to the program adds to an embedded one, so a language needs no build: <c>Languages/Logistics.Portal/Texts/Public.json</c> adds to
/// <c>Texts/Public.json</c> of the portal.
/// </summary>
public static class TextFiles
{
    static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "Languages");

    /// <summary>Reads the entries of all files whose path in the project begins with a prefix.</summary>
    /// <param name="assembly">Embeds the files under their paths, for example <c>Texts/Public.json</c>.</param>
    /// <param name="prefix">A folder such as <c>Texts/</c>, or a file.</param>
    /// <param name="sources">The folder of the sources that stands for the prefix, to read a file as it is now; null reads what is embedded.</param>
    /// <exception cref="InvalidDataException">Two files give the same entry a value for the same language.</exception>
    /// <exception cref="JsonException">A file is not JSON of this form.</exception>
    public static OrderedDictionary<string, OrderedDictionary<string, JsonElement>> Read(Assembly assembly, string prefix, string? sources = null)
    {
        var entries = new OrderedDictionary<string, OrderedDictionary<string, JsonElement>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using (var content = sources is null ? assembly.GetManifestResourceStream(name)! : File.OpenRead(Path.Combine(sources, name[prefix.Length..])))
                Add(name, content);
            var added = Path.Combine(Beside, assembly.GetName().Name!, name);
            if (!File.Exists(added))
                continue;
            using var file = File.OpenRead(added);
            Add(added, file);
        }

        return entries;

        void Add(string file, Stream content)
        {
            foreach (var (key, values) in JsonSerializer.Deserialize<OrderedDictionary<string, OrderedDictionary<string, JsonElement>>>(content)!)
            {
                if (!entries.TryGetValue(key, out var entry))
                    entries.Add(key, entry = []);
                foreach (var (language, value) in values)
                {
                    if (!entry.TryAdd(language, value))
                        throw new InvalidDataException($"{file}: '{key}' already has a value for '{language}'.");
                }
            }
        }
    }
}
