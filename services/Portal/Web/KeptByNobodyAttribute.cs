using Microsoft.AspNetCore.Mvc;

namespace Logistics.Portal.Web;

/// <summary>A page that shows or asks for a secret: neither the browser nor anything before it keeps a copy.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class KeptByNobodyAttribute : ResponseCacheAttribute
{
    // The same words as antiforgery's own, which would otherwise replace these with a warning.
    public KeptByNobodyAttribute() => (NoStore, Location) = (true, ResponseCacheLocation.None);
}
