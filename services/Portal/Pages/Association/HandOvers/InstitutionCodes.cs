using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Handles codes of hospitals and clinics, which people who hand over goods may not know.</summary>
public static class InstitutionCodes
{
    /// <summary>Length of the Japanese code of medical institutions: prefecture 2 digits, table 1, institution 7.</summary>
    public const int Digits = 10;

    /// <summary>Prefix of derived codes; not a digit, so that they never equal an official code.</summary>
    const string ByName = "X";

    /// <summary>Returns whether a code is the institution's own rather than derived from its name.</summary>
    public static bool IsOwn(InstitutionCode code) => !code.Value.StartsWith(ByName, StringComparison.Ordinal);

    /// <summary>
    /// Derives a code for an institution whose own is unknown: the same name in the same association yields the same code, so that it is counted once.
    /// </summary>
    public static InstitutionCode OfName(string association, string name) =>
        Code.Parse<InstitutionCode>(ByName + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{association}/{Plain(name)}")))[..15]);

    /// <summary>Normalises differences in writing a name: width, case and spaces.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Returns whether a text may be the code of a medical institution.</summary>
    public static bool IsCode(string text) =>
        text.Length == Digits && text.All(char.IsAsciiDigit) && int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 1 and <= 47;
}
