using System.Globalization;
using System.Text.Json.Nodes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>Shows one event as it is stored in its log.</summary>
public sealed class ShowEvent(ServiceClients services, UserStore users) : PageModel
{
    public string Source { get; private set; } = "";

    public long Seq { get; private set; }

    public JsonObject Body { get; private set; } = [];

    public DateTimeOffset At => DateTimeOffset.Parse(Text("time"), CultureInfo.InvariantCulture);

    public bool IsLast { get; private set; }

    /// <summary>The event that it reacts to, for example <c>shipment/12</c>; null for an event that a person caused.</summary>
    public string? Cause => Text("commandid").Split('/') is [var service, var seq] && services.Find(service) is not null && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? $"{service}/{seq}"
        : null;

    public async Task<IActionResult> OnGetAsync(string source, long seq, CancellationToken cancel)
    {
        if (services.Find(source) is not { } client)
            return NotFound();
        try
        {
            if (await client.GetEvent(seq, cancel) is not { } body)
                return NotFound();
            (Source, Seq, Body) = (source, seq, body);
        }
        catch (HttpRequestException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        IsLast = (await client.GetLog(cancel)).Body is not { } log || log.Head <= seq;
        return Page();
    }

    public string Text(string name) => Body[name]?.ToString() ?? "";

    public string NameOf(string user) => users.Find(user)?.Name ?? user;
}
