using Logistics.Client;
using Logistics.Client.Intake;
using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Every donation with how far it has come, newest first.</summary>
public sealed class ListDonations(Query query) : PageModel
{
    const int Size = 25;

    public sealed record Donation
    {
        public required string Number { get; init; }

        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required DonationState State { get; init; }

        public IReadOnlyList<DonationLineDetails> Lines { get; init; } = [];
    }

    /// <summary>Donations in this state; null for all.</summary>
    public DonationState? State { get; private set; }

    public IReadOnlyList<Donation> Donations { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, Size, 0);

    public void OnGet([FromQuery] DonationState? state, [FromQuery(Name = "page")] int page = 1)
    {
        State = state;
        var all = query.Rows<Donation>(
            $"select number, donor, pledged_on, state from donation {(state is null ? "" : "where state = @state")} order by pledged_on desc, number desc",
            new { state = state is { } one ? Wire.NameOf(one) : null });
        Paging = new Paging(Math.Clamp(page, 1, new Paging(1, Size, all.Count).Pages), Size, all.Count);
        var lines = DonationBalance.Load(query, null).ToDictionary(
            balance => balance.Number.Value,
            IReadOnlyList<DonationLineDetails> (balance) =>
                [.. balance.Lines.Select(line => new DonationLineDetails { Number = line.Line, Product = line.Product, Pledged = line.Pledged, Accounts = line.Accounts })],
            StringComparer.Ordinal);
        Donations =
        [
            .. all.Skip((Paging.Page - 1) * Size).Take(Size).Select(donation => donation with { Lines = lines.GetValueOrDefault(donation.Number, []) }),
        ];
    }
}
