using System.Text.RegularExpressions;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>
/// Converts scanner input into codes for Shipment. Scanners put the symbology before the data (ISO/IEC 15424: <c>]C1</c> is GS1-128,
/// <c>]d2</c> GS1 DataMatrix, <c>]Q3</c> GS1 QR code, <c>]e0</c> GS1 DataBar), and a label contains more than the SSCC (GS1 General
/// Specifications, 3.2: the value of application identifier 00 always has 18 digits and needs no separator).
/// </summary>
public static partial class ScannedCode
{
    const char GroupSeparator = (char)29;

    /// <summary>Returns the SSCC if the scan is a GS1 element string that begins with <c>(00)</c>; otherwise the unchanged text.</summary>
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

    /// <summary>Returns the codes of several lines without duplicates and blank lines.</summary>
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
