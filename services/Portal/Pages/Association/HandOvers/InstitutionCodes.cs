using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Codes of hospitals and clinics, which not everybody who hands goods over knows.</summary>
public static class InstitutionCodes
{
    /// <summary>Digits of the Japanese code of medical institutions: prefecture 2, table 1, institution 7.</summary>
    public const int Digits = 10;

    /// <summary>Not a digit, so that no such code is one of a ministry's.</summary>
    const string ByName = "X";

    /// <summary>Tells whether an institution is known by its own code and not by its name.</summary>
    public static bool IsOwn(InstitutionCode code) => !code.Value.StartsWith(ByName, StringComparison.Ordinal);

    /// <summary>
    /// Makes a code for an institution whose own nobody knows: the same for the same name in the same association, so that it is counted once.
    /// </summary>
    public static InstitutionCode OfName(string association, string name) =>
        Code.Parse<InstitutionCode>(ByName + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{association}/{Plain(name)}")))[..15]);

    /// <summary>Drops from a name what people write in different ways: width, case and spaces.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Tells whether the digits may be a code of a medical institution.</summary>
    public static bool IsCode(string text) =>
        text.Length == Digits && text.All(char.IsAsciiDigit) && int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 1 and <= 47;
}
