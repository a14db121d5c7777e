using System.Globalization;
using System.Text;

namespace Logistics.Portal.Pages.Association;

/// <summary>A number of pieces as people type it: １２,０００ is 12,000.</summary>
static class Amount
{
    const int MostDigits = 12;

    /// <summary>Nothing typed is 0.</summary>
    public static bool TryRead(string? typed, out long pieces)
    {
        var digits = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(letter => letter is not ',' && !char.IsWhiteSpace(letter)));
        pieces = 0;
        return digits.Length == 0 || (digits.Length <= MostDigits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out pieces));
    }
}
