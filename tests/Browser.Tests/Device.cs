using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>What somebody holds in the hand or has on the desk.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Touch">Fingers, no mouse.</param>
public sealed record Device(int Width, int Height, bool Touch)
{
    public static Device Telephone { get; } = new(390, 844, Touch: true);

    public static Device Desk { get; } = new(1280, 900, Touch: false);

    /// <param name="name">desk or telephone.</param>
    public static Device Named(string name) => name == "desk" ? Desk : Telephone;

    public BrowserNewContextOptions Options(string address, string language, ColorScheme scheme = ColorScheme.Light, bool script = true) => new()
    {
        BaseURL = address,
        Locale = language switch { "ja" => "ja-JP", "zh-Hans" => "zh-CN", _ => "en-GB" },
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        HasTouch = Touch,
        IsMobile = Touch,
        ColorScheme = scheme,
        JavaScriptEnabled = script,
        TimezoneId = "Asia/Tokyo",
    };
}
