using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>Shows the log of every service: how long it is, and whether its hash chain holds from the first event to the last.</summary>
public sealed class VerifyLogs(ServiceClients services, Texts texts, UserStore users) : PageModel
{
    /// <param name="Source">The service.</param>
    /// <param name="State">Null if it does not answer.</param>
    public sealed record ServiceLog(string Source, LogState? State);

    public IReadOnlyList<ServiceLog> Logs { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <param name="source">One service; blank for all.</param>
    /// <param name="key">The form's idempotency key.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public async Task<IActionResult> OnPostAsync(string? source, string key, CancellationToken cancel)
    {
        var asked = services.All.Where(client => string.IsNullOrEmpty(source) || client.Service == source);
        var replies = await Task.WhenAll(asked.Select(client => client.VerifyLog(key, cancel)));
        Problem = replies.FirstOrDefault(reply => !reply.Succeeded)?.Problem;
        if (Problem is null)
        {
            Notices.Say(TempData, texts["operations.check-begun"]);
            return Redirect("/operations/logs");
        }

        await Load(cancel);
        Response.StatusCode = Problem.Status;
        return Page();
    }

    public string NameOf(string user) => users.Find(user)?.Name ?? user;

    async Task Load(CancellationToken cancel) =>
        Logs = await Task.WhenAll(services.All.Select(async client => new ServiceLog(client.Service, (await client.GetLog(cancel)).Body)));
}
