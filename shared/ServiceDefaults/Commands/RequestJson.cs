using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Logistics.Contracts.Codes;
using Logistics.EventLog;
using Logistics.ServiceDefaults.Refusals;

namespace Logistics.ServiceDefaults.Commands;

/// <summary>Reads request bodies: every text normalised (NFKC, trimmed), unknown and missing fields named.</summary>
static partial class RequestJson
{
    static readonly JsonSerializerOptions Options = new(EventBody.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        Converters = { new NormalisedText() },
    };

    /// <exception cref="RequestFault">The body is not such a request.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new RequestFault(new Refusal("json-invalid", ("field", "$")));
        }
        catch (JsonException error) when (error.InnerException is CodeFaultException { Fault: var fault })
        {
            throw new RequestFault(new Refusal(fault.Code, [.. (fault.Facts ?? []).Select(fact => (fact.Name, (object?)fact.Value)), ("field", Path(error, []))]));
        }
        catch (JsonException error)
        {
            var named = Quoted().Matches(error.Message).Select(match => match.Groups[1].Value).ToList();
            var field = named.Count > 0 && error.Message.Contains("required", StringComparison.Ordinal) ? string.Join(", ", named.Skip(1)) : Path(error, named);
            throw new RequestFault(new Refusal("json-invalid", ("field", field)));
        }
    }

    static string Path(JsonException error, List<string> named) =>
        error.Path is { Length: > 2 } path ? path[2..] : named.Count > 0 ? named[0] : "$";

    [GeneratedRegex("'([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    sealed class NormalisedText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Code.Normalise(reader.GetString());

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>A request that cannot be read. Caught where requests are answered, nowhere else.</summary>
sealed class RequestFault(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
