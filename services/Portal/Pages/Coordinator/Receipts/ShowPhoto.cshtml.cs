using Logistics.Client.Distribution;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>Shows a picture of received goods, never as anything but a picture.</summary>
public sealed class ShowPhoto(DistributionClient distribution) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string photo, CancellationToken cancel)
    {
        var answer = await distribution.GetPhoto(photo, cancel);
        HttpContext.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType is not { } type || !DistributionRoutes.GetPhoto.ContentTypes.Contains(type, StringComparer.Ordinal))
            return NotFound();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return File(await answer.Content.ReadAsStreamAsync(cancel), type);
    }
}
