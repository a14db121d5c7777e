using System.Diagnostics.CodeAnalysis;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Consignments;

/// <summary>Checks the three-letter code of an airport (IATA Resolution 763).</summary>
static class Airport
{
    public static bool TryRead(string text, string field, out string code, [NotNullWhen(false)] out Refusal? refusal)
    {
        code = text.ToUpperInvariant();
        refusal = code.Length == 3 && code.All(char.IsAsciiLetterUpper)
            ? null
            : new Refusal("airport-code-format", ("field", field), ("value", text));
        return refusal is null;
    }
}
