using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Pages.Association;

/// <summary>Reads pieces from a field that may be left blank.</summary>
static class Amount
{
    /// <summary>Reads a number; a blank field is 0.</summary>
    /// <returns>Null if the text is not a number.</returns>
    public static long? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? 0 : Typed.Number(typed);
}
