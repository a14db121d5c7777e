using System.Text.RegularExpressions;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>
/// What a scanner types, as the shipment reads it. Scanners put the symbology before the data (ISO/IEC 15424: <c>]C1</c> is GS1-128,
/// <c>]d2</c> GS1 DataMatrix, <c>]Q3</c> GS1 QR code, <c>]e0</c> GS1 DataBar), and a label says more than the SSCC (GS1 General
/// Specifications, 3.2: the application identifier 00 has 18 digits, always, and needs no separator behind them).
/// </summary>
public static partial class ScannedCode
{
    const char GroupSeparator = (char)29;

    /// <summary>The SSCC after its <c>(00)</c> where the scan is a GS1 element string that begins with one; else the text as it is.</summary>
    public static string Read(string? scanned)
    {
        var text = Code.Normalise(scanned).Trim(GroupSeparator, ' ');
        var isGs1 = false;
        if (Symbology().Match(text) is { Success: true } symbology)
        {
            text = text[symbology.Length..].TrimStart(GroupSeparator, ' ');
            isGs1 = symbology.Value is "]C1" or "]d2" or "]Q3" or "]e0";
        }

        var identifier = text.StartsWith("(00)", StringComparison.Ordinal) ? "(00)"
            : text.StartsWith("00", StringComparison.Ordinal) && (isGs1 || text.Contains(GroupSeparator, StringComparison.Ordinal)) ? "00"
            : null;
        return identifier is not null && Digits().Match(Code.Plain(text[identifier.Length..])) is { Success: true } digits
            ? $"(00){Code.Digits(digits.Value)}"
            : text;
    }

    /// <summary>Every code of several lines, once; blank lines are none.</summary>
    public static IReadOnlyList<string> ReadLines(string? text) =>
    [
        .. (text ?? "").Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Read)
            .Where(code => code.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^\][A-Za-z][A-Za-z0-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Symbology();

    [GeneratedRegex(@"^(?:[0-9][ -]?){18}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
