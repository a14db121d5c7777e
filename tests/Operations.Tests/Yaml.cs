using System.Text.Json.Nodes;
using Logistics.Testing;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Logistics.Operations.Tests;

/// <summary>YAML as JSON, with aliases and merge keys taken in; every scalar is a string.</summary>
static class Yaml
{
    static readonly IDeserializer Reader = new DeserializerBuilder().Build();
    static readonly ISerializer Writer = new SerializerBuilder().JsonCompatible().Build();

    public static JsonObject File(string file) => All(SourceTree.Read(file)).Single();

    /// <exception cref="YamlException">The text is not valid YAML.</exception>
    public static List<JsonObject> All(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        var documents = new List<JsonObject>();
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _))
            documents.Add(JsonNode.Parse(Writer.Serialize(Reader.Deserialize<object>(parser)))!.AsObject());
        return documents;
    }

    /// <summary>What both name is taken from the second, but for objects, which are merged; as Compose does it.</summary>
    public static JsonObject Merge(JsonObject first, JsonObject second)
    {
        var merged = first.DeepClone().AsObject();
        foreach (var (name, value) in second)
            merged[name] = merged[name] is JsonObject one && value is JsonObject other ? Merge(one, other) : value?.DeepClone();
        return merged;
    }

    public static IEnumerable<string> Strings(this JsonNode? list) => (list as JsonArray ?? []).Select(item => (string)item!);

    public static IEnumerable<JsonObject> Objects(this JsonNode? list) => (list as JsonArray ?? []).Select(item => item!.AsObject());
}
