using Logistics.Contracts.Syntax;

namespace Logistics.Hosting.Commands;

/// <summary>Reads a switch in a query string.</summary>
static class Switch
{
    /// <exception cref="CodeFaultException"><c>switch-format</c>: the text is neither true nor false.</exception>
    public static bool Read(string name, string? text) => text?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        var other => throw new CodeFaultException(new CodeFault("switch-format", ("field", name), ("value", other))),
    };
}
