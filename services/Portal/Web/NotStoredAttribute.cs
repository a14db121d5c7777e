using Microsoft.AspNetCore.Mvc;

namespace Logistics.Portal.Web;

/// <summary>Marks a page that shows or asks for a secret: neither browsers nor proxies may store it.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class NotStoredAttribute : ResponseCacheAttribute
{
    // Same values as those of antiforgery, which would otherwise replace them and log a warning.
    public NotStoredAttribute() => (NoStore, Location) = (true, ResponseCacheLocation.None);
}
