using System.Text;

namespace Logistics.Contracts.Syntax;

/// <summary>Functions shared by all codes.</summary>
public static class Code
{
    /// <exception cref="CodeFaultException">The text is not a valid code.</exception>
    public static T Parse<T>(string? text) where T : struct, ICode<T> =>
        T.TryParse(text, out var code, out var fault) ? code : throw new CodeFaultException(fault);

    /// <summary>Normalises to NFKC and trims: full-width digits, letters, hyphens and spaces become their plain forms.</summary>
    public static string Normalise(string? text)
    {
        text ??= "";
        // An unpaired surrogate cannot be normalised; it becomes U+FFFD, which no code allows.
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>
    /// Replaces every dash with a plain hyphen: U+2010 to U+2015, the minus sign U+2212 and the long vowel mark U+30FC, which
    /// Japanese keyboards produce with the hyphen key. For codes whose alphabet contains none of these characters.
    /// </summary>
    public static string FoldHyphens(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = source[i] is (>= '\u2010' and <= '\u2015') or '\u2212' or '\u30FC' ? '-' : source[i];
    });

    /// <summary>Normalises a text and folds its hyphens, as for every code of Latin letters, digits and hyphens.</summary>
    public static string Plain(string? text) => FoldHyphens(Normalise(text));

    /// <summary>Returns <see cref="Plain"/> without the hyphens and spaces that group digits.</summary>
    public static string Digits(string? text) => string.Concat(Plain(text).Where(c => c != '-' && !char.IsWhiteSpace(c)));

    /// <summary>
    /// Computes the GS1 check digit (GS1 General Specifications, 7.9.1): weights 3 and 1 from the right, (10 − sum mod 10) mod 10.
    /// </summary>
    /// <param name="digits">The digits without the check digit.</param>
    /// <returns>0 to 9.</returns>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }

    internal static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>Returns whether the last digit is the correct check digit; if not, the fault states both.</summary>
    internal static bool EndsInCheckDigit(string digits, string faultCode, string? text, out CodeFault fault)
    {
        fault = default;
        var found = digits[^1] - '0';
        var expected = CheckDigit(digits.AsSpan(0, digits.Length - 1));
        if (found == expected)
            return true;
        fault = new CodeFault(faultCode, ("value", text ?? ""), ("found", found), ("expected", expected));
        return false;
    }
}
