using System.Globalization;

namespace Logistics.Contracts.Syntax;

/// <summary>
/// The year and serial of a number assigned by the system: 4 digits, then 4 or more, for example <c>2020-0001</c>. Serials start at
/// 1; zeros beyond four digits are dropped, so that every number has exactly one text.
/// </summary>
static class YearSerial
{
    internal static string Write(string head, int year, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{head}-{year:0000}-{serial:0000}");
    }

    /// <param name="text">Upper case, normalised.</param>
    /// <param name="head">The part before the year, without its hyphen.</param>
    /// <param name="canonical">The whole number as <see cref="Write"/> returns it.</param>
    internal static bool TryRead(string text, out string head, out string canonical)
    {
        (head, canonical) = ("", "");
        var parts = text.Split('-');
        if (parts.Length < 3
            || parts[^2].Length != 4 || !Code.AllDigits(parts[^2])
            || parts[^1].Length is < 4 or > 18 || !Code.AllDigits(parts[^1]))
            return false;

        var year = int.Parse(parts[^2], CultureInfo.InvariantCulture);
        var serial = long.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (year < 1000 || serial < 1)
            return false;

        head = string.Join('-', parts[..^2]);
        canonical = Write(head, year, serial);
        return true;
    }
}
