using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Pages.Association;

/// <summary>Pieces as people type them into a field that may be left blank.</summary>
static class Amount
{
    /// <summary>Nothing typed is 0.</summary>
    /// <returns>Null for what is no number.</returns>
    public static long? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? 0 : Typed.Number(typed);
}
