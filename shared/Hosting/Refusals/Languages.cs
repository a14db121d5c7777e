using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Refusals;

/// <summary>The three languages of the system.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = ["ja", "zh-Hans", "en"];

    /// <summary>The caller's first language among ours by <c>Accept-Language</c>; English where none is.</summary>
    public static string Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality != 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value ?? ""))
            .FirstOrDefault(language => language is not null) ?? "en";

    /// <returns>Ours for a language tag such as <c>zh-CN</c>; null for the languages that are not ours.</returns>
    public static string? Match(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "ja" => "ja",
        "zh" => "zh-Hans",
        "en" => "en",
        _ => null,
    };

    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);

    internal static string Comma(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ja" or "zh" ? "、" : ", ";
}
