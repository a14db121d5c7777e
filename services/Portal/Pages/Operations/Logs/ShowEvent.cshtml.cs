using System.Text.Json;
using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>One event as it stands in its log.</summary>
public sealed class ShowEvent(Services services, UserStore accounts) : PageModel
{
    public string Source { get; private set; } = "";

    public long Seq { get; private set; }

    public JsonElement Body { get; private set; }

    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(string source, long seq, CancellationToken cancel)
    {
        if (!LogNames.All.Contains(source, StringComparer.Ordinal))
            return NotFound();
        (Source, Seq) = (source, seq);
        var reply = await services.Get<JsonElement>(source, $"/log/events/{seq}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Body = reply.Body;
        IsLast = (await services.Get<LogState>(source, "/log", cancel)).Body is not { } log || log.Head <= seq;
        return Page();
    }

    public string Text(string name) => Body.TryGetProperty(name, out var text) ? text.ToString() : "";

    public string NameOf(string account) => accounts.Find(account)?.Name ?? account;
}
