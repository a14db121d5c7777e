using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>What people do and see on a page.</summary>
static class PageSteps
{
    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public static Task Shows(this IPage page, string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    /// <remarks>Looks at the address again and again: an event of the browser can come before somebody listens.</remarks>
    public static Task IsAt(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, Eventually.Timeout));

    public static Task Leaves(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(pattern, RegexOptions.None, Eventually.Timeout));
}
