using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.HandOvers;

/// <summary>How many hospitals and clinics got anything, members of an association and others, and every hand-over to them.</summary>
public sealed class ListHandOvers(Services services) : PageModel
{
    const int PageSize = 50;

    public Reached Institutions { get; private set; } = new(0, 0, []);

    public IReadOnlyList<Row> HandOvers { get; private set; } = [];

    public string Recipient { get; private set; } = "";

    public string State { get; private set; } = "";

    public long Total { get; private set; }

    public string? Next { get; private set; }

    public string Filter => QueryHelpers.AddQueryString("", Fields());

    public async Task<IActionResult> OnGetAsync(string? recipient, string? state, string? after, CancellationToken cancel)
    {
        (Recipient, State) = (recipient ?? "", state ?? "");
        var reached = await services.Get<Reached>("distribution", "/institutions-reached", cancel);
        var rows = await services.Get<List<Row>>(
            "distribution", QueryHelpers.AddQueryString("/handovers", Fields().Append(new("after", after)).Append(new("limit", $"{PageSize + 1}"))), cancel);
        if ((reached.Problem ?? rows.Problem) is { } problem)
            return this.Missing(problem);
        Institutions = reached.Body!;
        HandOvers = [.. rows.Body!.Take(PageSize)];
        Total = rows.Total ?? HandOvers.Count;
        Next = rows.Body!.Count > PageSize ? QueryHelpers.AddQueryString("/coordinator/hand-overs", Fields().Append(new("after", HandOvers[^1].Number))) : null;
        return Page();
    }

    public Task<IActionResult> OnGetExportAsync(string? recipient, string? state, CancellationToken cancel)
    {
        (Recipient, State) = (recipient ?? "", state ?? "");
        return this.Export(services, "distribution", QueryHelpers.AddQueryString("/handovers.csv", Fields()), "hand-overs.csv", cancel);
    }

    IEnumerable<KeyValuePair<string, string?>> Fields() =>
        new KeyValuePair<string, string?>[] { new("recipient", Recipient), new("state", State) }.Where(part => part.Value!.Length > 0);

    public sealed record Reached(long Members, long Others, IReadOnlyList<ByRecipient> Recipients);

    public sealed record ByRecipient(string Recipient, long Members, long Others);

    public sealed record Row
    {
        public required string Number { get; init; }

        public required string Recipient { get; init; }

        public required string Institution { get; init; }

        public required string InstitutionName { get; init; }

        public required bool Member { get; init; }

        public required DateTimeOffset HandedOverAt { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversalReason { get; init; }

        public IReadOnlyList<Goods> Goods { get; init; } = [];
    }

    public sealed record Goods
    {
        public required string Product { get; init; }

        public string? Size { get; init; }

        public required long Pieces { get; init; }
    }
}
