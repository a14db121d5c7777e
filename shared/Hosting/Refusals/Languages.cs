using Logistics.Contracts.Languages;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Refusals;

/// <summary>Chooses among the languages of the system.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = [.. LanguageFacts.All.Select(language => language.Tag)];

    /// <summary>For callers who ask for none of the languages.</summary>
    const string Default = "en";

    /// <summary>Returns the caller's first supported language in <c>Accept-Language</c>; English if there is no such language.</summary>
    public static string Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality != 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value ?? ""))
            .FirstOrDefault(language => language is not null) ?? Default;

    /// <returns>Ours for a language tag such as <c>zh-CN</c>; null for the languages that are not ours.</returns>
    public static string? Match(string tag) =>
        All.FirstOrDefault(language => language.Equals(tag, StringComparison.OrdinalIgnoreCase)) ?? All.FirstOrDefault(language => IsSame(Primary(language), Primary(tag)));

    static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    static ReadOnlySpan<char> Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? tag.AsSpan(0, end) : tag;
}
