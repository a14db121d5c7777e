using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>A page without a mouse and without a finger.</summary>
static class Keyboard
{
    const int MaxSteps = 300;

    /// <summary>Presses Tab until the focus is where it should go, and is seen there.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                continue;
            Assert.True(
                await page.EvaluateAsync<bool>("() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; }"),
                $"The focus on {selector} cannot be seen.");
            return;
        }

        Assert.Fail($"{MaxSteps} times Tab do not lead to {selector} on {page.Url}.");
    }

    public static async Task TabToAndPress(this IPage page, string selector, string key = "Enter")
    {
        await page.TabTo(selector);
        await page.Keyboard.PressAsync(key);
    }

    public static async Task SignInByKeyboard(this IPage page, string email, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.TabToAndType("#email", email);
        await page.TabToAndType("#password", password);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>In place of what stands there.</summary>
    public static async Task TabToAndType(this IPage page, string selector, string text)
    {
        await page.TabTo(selector);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(text);
    }
}
