using System.Reflection;
using System.Text.Json.Nodes;
using Logistics.Client;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Microsoft.OpenApi;

namespace Logistics.Hosting.Description;

/// <summary>Creates schemas of single values: domain codes, enums, numbers, days, instants and texts.</summary>
static class ValueSchema
{
    public static bool IsCode(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICode<>));

    /// <summary>Describes a code, which is a string in JSON.</summary>
    public static void Fill(OpenApiSchema schema, Type code)
    {
        schema.Type = JsonSchemaType.String;
        schema.Examples = [JsonValue.Create((string)code.GetProperty(nameof(Sscc.Example), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)];
    }

    /// <summary>Describes a value in a path or a query string.</summary>
    public static OpenApiSchema Simple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsCode(type))
        {
            var schema = new OpenApiSchema();
            Fill(schema, type);
            return schema;
        }

        return type switch
        {
            { IsEnum: true } => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. Enum.GetValues(type).Cast<Enum>().Select(member => (JsonNode)JsonValue.Create(Wire.NameOf(member)))],
            },
            _ when type == typeof(bool) => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
            _ when type == typeof(int) || type == typeof(long) =>
                new OpenApiSchema { Type = JsonSchemaType.Integer, Format = type == typeof(int) ? "int32" : "int64", Minimum = "0" },
            _ when type == typeof(DateOnly) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            _ when type == typeof(DateTimeOffset) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }
}
