using System.Text.Json;
using System.Text.Json.Serialization;

namespace Logistics.Contracts.Syntax;

/// <summary>Reads and writes a code as its text, including as a property name.</summary>
public sealed class CodeJsonConverter<T> : JsonConverter<T> where T : struct, ICode<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    /// <summary>Throws <see cref="JsonException"/>, the only exception to which the reader adds the path of the field.</summary>
    static T Parse(string? text) => T.TryParse(text, out var code, out var fault)
        ? code
        : throw new JsonException(null, new CodeFaultException(fault));
}
