using System.Text;

namespace Logistics.Contracts.Codes;

/// <summary>What every code shares.</summary>
public static class Code
{
    /// <exception cref="CodeFaultException">The text is not such a code.</exception>
    public static T Parse<T>(string? text) where T : struct, ICode<T> =>
        T.TryParse(text, out var code, out var fault) ? code : throw new CodeFaultException(fault);

    /// <summary>NFKC and trimmed: full-width digits, letters, hyphens and spaces become their plain forms.</summary>
    public static string Normalise(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>
    /// GS1 check digit (GS1 General Specifications, 7.9.1): weights 3 and 1 from the right, (10 − sum mod 10) mod 10.
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
}
