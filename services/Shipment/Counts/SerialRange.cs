using System.Globalization;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Counts;

/// <summary>Expands a range of consecutive cartons from the first and last code.</summary>
public static class SerialRange
{
    /// <summary>
    /// Returns all codes from the first to the last, inclusive: SSCCs by the 17 digits before the check digit, sender's codes by their trailing
    /// digits. <c>C0001</c> to <c>C0100</c> keeps leading zeros, <c>C1</c> to <c>C100</c> has none.
    /// </summary>
    /// <returns>Empty, with a refusal, if the range is invalid.</returns>
    public static (IReadOnlyList<string> Codes, Refusal? Refusal) Read(string from, string to)
    {
        var (first, last) = (CountCartons.Read(from), CountCartons.Read(to));
        var sscc = IsSscc(first) && IsSscc(last);
        var (head, digits) = sscc ? ("", first[..17]) : Split(first);
        var (lastHead, lastDigits) = sscc ? ("", last[..17]) : Split(last);
        if (IsSscc(first) != IsSscc(last) || head != lastHead
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            || !long.TryParse(lastDigits, NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            || low > high || Write(high, digits.Length) != lastDigits)
            return ([], new Refusal("count-range", ("from", from), ("to", to)));
        if (high - low >= Entry.MaxCartons)
            return ([], new Refusal("count-range-long", ("from", from), ("to", to), ("found", high - low + 1), ("limit", Entry.MaxCartons)));

        var codes = new string[high - low + 1];
        for (var i = 0; i < codes.Length; i++)
        {
            var serial = Write(low + i, digits.Length);
            codes[i] = sscc ? $"{serial}{Code.CheckDigit(serial)}" : head + serial;
        }

        return (codes, null);
    }

    static bool IsSscc(string code) => code.Length == 18 && code.All(char.IsAsciiDigit);

    static string Write(long serial, int digits) => serial.ToString("D" + digits, CultureInfo.InvariantCulture);

    static (string Head, string Digits) Split(string code)
    {
        var head = code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return (head, code[head.Length..]);
    }
}
