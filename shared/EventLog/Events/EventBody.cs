using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Logistics.EventLog.Events;

/// <summary>
/// The stored and published form of an event: CloudEvents 1.0 in the JSON format, with the extensions <c>sequence</c>,
/// <c>actor</c>, <c>commandid</c> and <c>traceparent</c>.
/// </summary>
public static class EventBody
{
    /// <summary>Maximum size of a body in bytes. A command with more data splits it over several events.</summary>
    public const int MaxBytes = 128 * 1024;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNulls } },
    };

    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InvalidOperationException">The body is larger than <see cref="MaxBytes"/>.</exception>
    public static byte[] Write(Recorded about, string commandId, object data)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0"u8);
            json.WriteString("id"u8, about.Seq.ToString(CultureInfo.InvariantCulture));
            json.WriteString("source"u8, about.Source);
            json.WriteString("type"u8, about.Type);
            json.WriteString("subject"u8, about.Stream);
            json.WriteString("time"u8, about.At);
            json.WriteString("sequence"u8, about.Seq.ToString(CultureInfo.InvariantCulture));
            json.WriteString("actor"u8, about.Actor);
            json.WriteString("commandid"u8, commandId);
            if (about.TraceParent is not null)
                json.WriteString("traceparent"u8, about.TraceParent);
            json.WriteString("datacontenttype"u8, "application/json"u8);
            json.WritePropertyName("data"u8);
            JsonSerializer.Serialize(json, data, data.GetType(), Json);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new InvalidOperationException($"{about.Type} in {about.Stream} has {buffer.WrittenCount} bytes; the limit is {MaxBytes}.");
    }

    /// <summary>Reads the attributes of an event and locates its data.</summary>
    public static (Recorded About, ReadOnlyMemory<byte> Data) Read(ReadOnlyMemory<byte> body)
    {
        var json = new Utf8JsonReader(body.Span);
        string? source = null, type = null, subject = null, actor = null, trace = null;
        long seq = 0;
        DateTimeOffset at = default;
        ReadOnlyMemory<byte> data = default;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            if (name.SequenceEqual("data"u8))
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                data = body[start..(int)json.BytesConsumed];
                continue;
            }

            var isSource = name.SequenceEqual("source"u8);
            var isType = name.SequenceEqual("type"u8);
            var isSubject = name.SequenceEqual("subject"u8);
            var isActor = name.SequenceEqual("actor"u8);
            var isTrace = name.SequenceEqual("traceparent"u8);
            var isSeq = name.SequenceEqual("sequence"u8);
            var isTime = name.SequenceEqual("time"u8);
            json.Read();
            if (isSource) source = json.GetString();
            else if (isType) type = json.GetString();
            else if (isSubject) subject = json.GetString();
            else if (isActor) actor = json.GetString();
            else if (isTrace) trace = json.GetString();
            else if (isSeq) seq = long.Parse(json.GetString()!, CultureInfo.InvariantCulture);
            else if (isTime) at = json.GetDateTimeOffset();
            else json.Skip();
        }

        var about = new Recorded
        {
            Source = source ?? throw new JsonException("The event has no source."),
            Type = type ?? throw new JsonException("The event has no type."),
            Stream = subject ?? throw new JsonException("The event has no subject."),
            Actor = actor ?? throw new JsonException("The event has no actor."),
            Seq = seq,
            At = at,
            TraceParent = trace,
        };
        return (about, data);
    }

    /// <summary>Omits null members when writing, so that nullable members may be missing when reading.</summary>
    static void LeaveOutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired &= !(property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsSetNullable);
    }

    /// <summary>Computes SHA-256(previous hash, body), the link that reveals a later change to any event.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> body)
    {
        var length = previous.Length + body.Length;
        var both = ArrayPool<byte>.Shared.Rent(length);
        previous.CopyTo(both);
        body.CopyTo(both.AsSpan(previous.Length));
        var hash = SHA256.HashData(both.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(both);
        return hash;
    }
}
