using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>A picture of what came, as a picture or not at all.</summary>
public sealed class ShowPhoto(Services services) : PageModel
{
    static readonly string[] Types = ["image/jpeg", "image/png", "image/webp"];

    public async Task<IActionResult> OnGetAsync(string photo, CancellationToken cancel)
    {
        var answer = await services.Open("distribution", $"/photos/{Uri.EscapeDataString(photo)}", cancel);
        HttpContext.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType is not { } type || !Types.Contains(type, StringComparer.Ordinal))
            return NotFound();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return File(await answer.Content.ReadAsStreamAsync(cancel), type);
    }
}
