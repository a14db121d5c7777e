using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>The log of every service: how long it is, and whether its hash chain still holds from the first event to the last.</summary>
public sealed class VerifyLogs(Services services, Texts texts, UserStore accounts) : PageModel
{
    sealed record Started(long UpTo);

    /// <param name="Source">The service.</param>
    /// <param name="State">Null where it does not answer.</param>
    public sealed record Log(string Source, LogState? State);

    public IReadOnlyList<Log> Logs { get; private set; } = [];

    public bool IsChecking => Logs.Any(log => log.State?.Checking is not null);

    public Problem? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <param name="source">One service; blank for all.</param>
    /// <param name="key">The form's idempotency key.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public async Task<IActionResult> OnPostAsync(string? source, string key, CancellationToken cancel)
    {
        var asked = LogNames.All.Where(name => string.IsNullOrEmpty(source) || name == source);
        var replies = await Task.WhenAll(asked.Select(name => services.Post<Started>(name, "/log/verifications", new { }, key, cancel)));
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

    public string NameOf(string account) => accounts.Find(account)?.Name ?? account;

    async Task Load(CancellationToken cancel) =>
        Logs = await Task.WhenAll(LogNames.All.Select(async name => new Log(name, (await services.Get<LogState>(name, "/log", cancel)).Body)));
}
