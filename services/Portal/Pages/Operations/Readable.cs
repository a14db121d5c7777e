using System.Text.Encodings.Web;
using System.Text.Json;

namespace Logistics.Portal.Pages.Operations;

/// <summary>Formats JSON for people.</summary>
public static class Readable
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indents JSON and leaves any other text as it is; cuts both after a number of characters.</summary>
    public static string Json(string text, int max)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            text = JsonSerializer.Serialize(json.RootElement, Indented);
        }
        catch (JsonException)
        {
            // No JSON: shown as it is.
        }

        return text.Length <= max ? text : text[..max] + "…";
    }
}
