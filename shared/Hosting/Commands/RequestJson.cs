using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Logistics.Contracts.Syntax;
using Logistics.EventLog.Events;
using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Commands;

/// <summary>Reads request bodies. Normalises every text (NFKC, trimmed) and reports each fault with its field.</summary>
static partial class RequestJson
{
    const string Hole = "A list has an element that is null.";

    static readonly JsonSerializerOptions Options = new(EventBody.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        Converters = { new NormalisedText(), new InstantWithOffset() },
        TypeInfoResolver = EventBody.Json.TypeInfoResolver!.WithAddedModifier(RefuseNullElements),
    };

    /// <exception cref="RequestFault">The body does not match the request type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new RequestFault(new Refusal("json-invalid", ("field", "$")));
        }
        catch (JsonException error) when (error.InnerException is CodeFaultException { Fault: var fault })
        {
            throw new RequestFault(new Refusal(fault.Code, [.. (fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value)), ("field", Path(error))]));
        }
        catch (JsonException error)
        {
            throw new RequestFault(new Refusal("json-invalid", ("field", Field(error))));
        }
    }

    /// <summary>Returns the path of a field such as <c>lines[0].pieces</c>; all missing fields; or <c>$</c> for the body itself.</summary>
    static string Field(JsonException error)
    {
        var path = Path(error);
        if (!error.Message.Contains(" was missing required properties including: ", StringComparison.Ordinal))
            return path;
        var missing = Quoted().Matches(error.Message[error.Message.IndexOf(" was missing ", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
        return string.Join(", ", missing.Select(name => path == "$" ? name : $"{path}.{name}"));
    }

    static string Path(JsonException error) => error.Path is not { Length: > 2 } path ? "$"
        : error.Message == Hole ? path[2..path.LastIndexOf('[')]
        : path[2..];

    /// <summary>Refuses null elements, which nullable annotations do not rule out.</summary>
    static void RefuseNullElements(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = static list => _ = ((IEnumerable)list).Cast<object?>().Contains(null) ? throw new JsonException(Hole) : 0;
    }

    [GeneratedRegex("'([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    /// <summary>Requires an offset: an instant without one would be read in the server's time zone.</summary>
    sealed class InstantWithOffset : JsonConverter<DateTimeOffset>
    {
        // ISO 8601 only: 06/05/2020 is May in some places and June in others.
        static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Code.FoldHyphens(Code.Normalise(reader.GetString()));
            var fault = new CodeFault("instant-format", ("value", text));
            return text.Length > 10 && (text.EndsWith('Z') || text.IndexOfAny(['+', '-'], 10) > 0)
                && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? instant
                : throw new JsonException(null, new CodeFaultException(fault));
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    sealed class NormalisedText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Code.Normalise(reader.GetString()) is var text && text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>A request that cannot be read. Caught only where requests are answered.</summary>
sealed class RequestFault(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
