using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>What came differently than sent, the open cases where nothing else is asked for.</summary>
public sealed class ListCases(Services services) : PageModel
{
    const int PageSize = 50;

    public IReadOnlyList<Discrepancy> Cases { get; private set; } = [];

    public string State { get; private set; } = "open";

    public string Recipient { get; private set; } = "";

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, string? recipient, string? after, CancellationToken cancel)
    {
        (State, Recipient) = (state ?? "open", recipient ?? "");
        var asked = QueryHelpers.AddQueryString("/discrepancies", Fields(after).Append(new("limit", $"{PageSize + 1}")));
        var reply = await services.Get<List<Discrepancy>>("distribution", asked, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Cases = [.. reply.Body.Take(PageSize)];
        Next = reply.Body.Count > PageSize ? QueryHelpers.AddQueryString("/coordinator/receipts/cases", Fields(Cases[^1].Number)) : null;
        return Page();
    }

    IEnumerable<KeyValuePair<string, string?>> Fields(string? after) => [new("state", State), new("recipient", Recipient), new("after", after)];
}
