using System.Security.Cryptography;
using System.Text;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>A hand-over of the association's own, standing or reversed.</summary>
public sealed record HandOver
{
    /// <summary>Digits of the Japanese code of medical institutions: prefecture 2, table 1, institution 7.</summary>
    public const int CodeDigits = 10;

    /// <summary>Not a digit: such a code can never be one of a ministry's.</summary>
    const string ByName = "X";

    public required string Number { get; init; }

    public required string Institution { get; init; }

    public required string InstitutionName { get; init; }

    public required bool Member { get; init; }

    public required DateTimeOffset HandedOverAt { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public string? ReversalReason { get; init; }

    public required IReadOnlyList<Given> Goods { get; init; }

    /// <summary>Whether the institution is known by its own code and not by its name.</summary>
    public bool HasCode => !Institution.StartsWith(ByName, StringComparison.Ordinal);

    /// <summary>
    /// What stands for an institution whose code nobody knows: the same for the same name in the same association, so that it is counted once.
    /// </summary>
    public static string CodeOfName(string association, string name) =>
        ByName + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{association}/{Plain(name)}")))[..15];

    /// <summary>A name without what people write now so and now so: width, case and spaces.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Whether this is a code of medical institutions as far as its digits tell.</summary>
    public static bool IsCode(string text) =>
        text.Length == CodeDigits && text.All(char.IsAsciiDigit) && int.Parse(text.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 47;

    public sealed record Given
    {
        public required string Product { get; init; }

        public string? Size { get; init; }

        public string? Lot { get; init; }

        public required long Pieces { get; init; }
    }
}
