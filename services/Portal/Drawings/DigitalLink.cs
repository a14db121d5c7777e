using Logistics.Contracts.Codes;

namespace Logistics.Portal.Drawings;

/// <summary>Builds the addresses on labels (GS1 Digital Link: URI Syntax, 1.2): the primary key in the path, on our own host.</summary>
public static class DigitalLink
{
    /// <param name="host">With its scheme, for example <c>https://gifts.example.org</c>.</param>
    public static string Of(string host, Sscc sscc) => $"{host}/00/{sscc.Value}";

    public static string Of(string host, Gtin gtin) => $"{host}/01/{gtin.Value}";
}
