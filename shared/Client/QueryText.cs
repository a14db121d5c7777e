using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Logistics.Contracts.Syntax;

namespace Logistics.Client;

/// <summary>
/// Writes and reads query strings as records: a property is a parameter of the same name in camel case. Properties may be texts, whole
/// numbers, switches, days, instants, enums and codes; null and false are left out.
/// </summary>
public static class QueryText
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    static readonly MethodInfo ParseCode = typeof(Code).GetMethod(nameof(Code.Parse))!;

    /// <summary>Writes a record as a query string with its question mark; blank if nothing is asked.</summary>
    public static string Write(object query)
    {
        var text = new StringBuilder();
        foreach (var property in Of(query.GetType()))
        {
            if (property.GetValue(query) is not { } value || value is false or "")
                continue;
            text.Append(text.Length == 0 ? '?' : '&').Append(NameOf(property)).Append('=').Append(Uri.EscapeDataString(Show(value)));
        }

        return text.ToString();
    }

    /// <summary>Reads a query string.</summary>
    /// <param name="text">Returns a parameter by its name, normalised; null if it is missing or blank.</param>
    /// <exception cref="CodeFaultException">
    /// A parameter cannot be read: <c>filter-number</c>, <c>filter-unknown</c>, <c>day-format</c>, <c>instant-format</c>, <c>switch-format</c> or the fault of the code.
    /// </exception>
    public static TQuery Read<TQuery>(Func<string, string?> text) where TQuery : class, new()
    {
        var query = new TQuery();
        foreach (var property in Of(typeof(TQuery)))
        {
            var name = NameOf(property);
            if (text(name) is { } given)
                property.SetValue(query, Read(name, given, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }

        return query;
    }

    /// <summary>Lists the parameters of a query record, as the description of the API needs them.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> Parameters(Type query) => Of(query).Select(property => (NameOf(property), property));

    /// <summary>Returns the code of the fault if a parameter of this type cannot be read; null for texts, and for codes, which have their own.</summary>
    public static string? Fault(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => "filter-unknown",
            _ when type == typeof(int) || type == typeof(long) => "filter-number",
            _ when type == typeof(bool) => "switch-format",
            _ when type == typeof(DateOnly) => "day-format",
            _ when type == typeof(DateTimeOffset) => "instant-format",
            _ => null,
        };
    }

    static PropertyInfo[] Of(Type type) =>
        Properties.GetOrAdd(type, static type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)]);

    static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    static string Show(object value) => value switch
    {
        true => "true",
        Enum member => Wire.NameOf(member),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    static object Read(string name, string text, Type type)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(("least", 0), ("most", int.MaxValue));
        if (type == typeof(long))
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(("least", 0), ("most", long.MaxValue));
        if (type == typeof(bool))
        {
            return text.ToLowerInvariant() switch
            {
                "true" or "1" or "yes" => true,
                "false" or "0" or "no" => false,
                _ => throw Wrong(),
            };
        }

        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong();
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw Wrong();
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<Enum>().FirstOrDefault(member => Wire.NameOf(member).Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong(("allowed", Enum.GetValues(type).Cast<Enum>().Select(Wire.NameOf).ToArray()));
        }

        try
        {
            return ParseCode.MakeGenericMethod(type).Invoke(null, [text])!;
        }
        catch (TargetInvocationException error) when (error.InnerException is CodeFaultException fault)
        {
            throw new CodeFaultException(fault.Fault);
        }

        CodeFaultException Wrong(params (string Name, object Value)[] facts) => new(new CodeFault(Fault(type)!, [("field", name), ("value", text), .. facts]));
    }
}
