using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Logistics.Client;

/// <summary>The JSON of requests and answers.</summary>
public static class Wire
{
    /// <summary>Writes camel case names, enums in kebab case and no nulls; refuses missing members and nulls that are not allowed.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullsBeMissing } },
    };

    /// <summary>Returns the name under which an enum member travels in JSON and in query strings, for example <c>partly-received</c>.</summary>
    public static string NameOf(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    static void LetNullsBeMissing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired &= !(property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsSetNullable);
    }
}
