using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logistics.ServiceDefaults.Refusals;

/// <summary>The three languages of the system.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = ["ja", "zh-Hans", "en"];

    /// <summary>The caller's first language among ours by <c>Accept-Language</c>; English where none is.</summary>
    public static string Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value ?? ""))
            .FirstOrDefault(language => language is not null) ?? "en";

    public static string? Match(string tag) =>
        tag.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja"
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans"
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
        : null;

    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);

    internal static string Comma(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ja" or "zh" ? "、" : ", ";
}
