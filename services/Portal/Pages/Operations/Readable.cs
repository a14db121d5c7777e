using System.Text.Encodings.Web;
using System.Text.Json;

namespace Logistics.Portal.Pages.Operations;

/// <summary>JSON for people.</summary>
public static class Readable
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented where it is JSON, as it is where it is not; cut after so many characters.</summary>
    public static string Json(string text, int most)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            text = JsonSerializer.Serialize(json.RootElement, Indented);
        }
        catch (JsonException)
        {
            // Shown as it is.
        }

        return text.Length <= most ? text : text[..most] + "…";
    }
}
