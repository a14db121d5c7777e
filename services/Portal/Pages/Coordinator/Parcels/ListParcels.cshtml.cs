using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Parcels by number, filtered and paged by the service; the export has every row.</summary>
public sealed class ListParcels(Services services, TimeProvider clock) : PageModel
{
    const int PageSize = 50;

    public IReadOnlyList<Row> Parcels { get; private set; } = [];

    public string Recipient { get; private set; } = "";

    public string State { get; private set; } = "";

    public bool Overdue { get; private set; }

    /// <summary>The last number of this page where there is another page.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? recipient, string? state, bool overdue, string? after, CancellationToken cancel)
    {
        (Recipient, State, Overdue) = (recipient ?? "", state ?? "", overdue);
        var reply = await services.Get<List<Row>>("distribution", Query("/parcels", after, PageSize + 1), cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Parcels = [.. reply.Body.Take(PageSize)];
        Next = reply.Body.Count > PageSize ? Parcels[^1].Number : null;
        return Page();
    }

    public Task<IActionResult> OnGetExportAsync(string? recipient, string? state, bool overdue, CancellationToken cancel)
    {
        (Recipient, State, Overdue) = (recipient ?? "", state ?? "", overdue);
        return this.Export(services, "distribution", Query("/parcels.csv", null, null), "parcels.csv", cancel);
    }

    public string Filter(string? after = null) =>
        QueryHelpers.AddQueryString("", Fields().Append(new("after", after)).Where(field => !string.IsNullOrEmpty(field.Value)));

    string Query(string path, string? after, int? limit) => QueryHelpers.AddQueryString(
        path, Fields().Append(new("on", Japan.Today(clock).ToString("O"))).Append(new("after", after)).Append(new("limit", limit?.ToString()))
            .Where(field => !string.IsNullOrEmpty(field.Value)));

    IEnumerable<KeyValuePair<string, string?>> Fields() =>
        [new("recipient", Recipient), new("state", State), new("overdue", Overdue ? "true" : null)];

    public sealed record Row
    {
        public required string Number { get; init; }

        public required string Recipient { get; init; }

        public required string State { get; init; }

        public required string Carrier { get; init; }

        public required DateTimeOffset DispatchedAt { get; init; }

        public required DateOnly ExpectedOn { get; init; }

        public required long Cartons { get; init; }

        public required bool Overdue { get; init; }
    }
}
