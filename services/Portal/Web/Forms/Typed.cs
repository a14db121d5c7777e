using System.Globalization;
using Logistics.Client;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Web.Forms;

/// <summary>Reads form input typed with the keyboards of three languages.</summary>
public static class Typed
{
    /// <summary>Reads an integer, also in the form 300,000 or ３００，０００.</summary>
    /// <returns>Null for anything else.</returns>
    public static long? Number(string? text) =>
        long.TryParse(
            Code.Normalise(text).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Reads a day in browser format or in the form 2020/5/8.</summary>
    /// <returns>Null for anything else.</returns>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Code.FoldHyphens(Code.Normalise(text)), ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Reads a local time in browser format with the offset of its place.</summary>
    /// <returns>Null for anything else.</returns>
    public static DateTimeOffset? Instant(string? local, string? offset) =>
        DateTimeOffset.TryParseExact(
            Code.FoldHyphens(Code.Normalise(local + offset)), ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;

    /// <summary>Reads an enum by the name under which it travels, for example <c>partly-received</c>; null for anything else.</summary>
    public static T? Member<T>(string? text) where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (Wire.NameOf(member).Equals(text, StringComparison.OrdinalIgnoreCase))
                return member;
        }

        return null;
    }
}
