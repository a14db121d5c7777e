using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Drawings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>What is under way, the newest gifts with pictures, and the search by any code.</summary>
public sealed class ShowHome(Query query) : PageModel
{
    const int MostPictures = 4;
    const int MostNamed = 100;

    public IReadOnlyList<Gift> Shown { get; private set; } = [];

    public IReadOnlyList<Row> Others { get; private set; } = [];

    public void OnGet()
    {
        var open = query.First<Row>(MostNamed, "select number, donor, pledged_on from donation where state = 'open' order by pledged_on desc, number desc");
        Shown =
        [
            .. open.Take(MostPictures).Select(row => new Gift(
                row.Donor,
                row.PledgedOn,
                DonationBalance.Load(query, Code.Parse<DonationNumber>(row.Number))[0],
                DonationJourney.Load(query, Code.Parse<DonationNumber>(row.Number)))),
        ];
        Others = [.. open.Skip(MostPictures)];
    }

    public sealed record Gift(string Donor, DateOnly PledgedOn, DonationBalance Balance, Journey Journey);

    public sealed record Row
    {
        public required string Number { get; init; }

        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }
    }
}
