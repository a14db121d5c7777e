using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>Where a page has got to. Looks at the address again and again: an event of the browser can come before somebody listens.</summary>
static class Addresses
{
    public static Task IsAt(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, Eventually.Patience));

    public static Task Leaves(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(pattern, RegexOptions.None, Eventually.Patience));
}
