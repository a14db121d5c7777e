using Logistics.Client.Intake;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;

namespace Logistics.Tracking.Lookups;

/// <summary>Lists donations and their progress, newest first.</summary>
static class ListDonations
{
    const int PageSize = 25;

    public static void Map(ServiceDefinition tracking) => tracking.Get(TrackingRoutes.ListDonations, Answer, Roles.Staff);

    static DonationsByDay Answer(ListDonationsByDayQuery asked, Query query)
    {
        var all = query.Rows<Row>(
            $"""
            select number, donor, pledged_on, state
            from donation
            where generation = (select shown from generation) {(asked.State is null ? "" : "and state = @state")}
            order by pledged_on desc, number desc
            """,
            new { state = asked.State?.ToString().ToLowerInvariant() });
        var page = Math.Clamp(asked.Page ?? 1, 1, Math.Max(1, (all.Count + PageSize - 1) / PageSize));
        return new DonationsByDay(
            page,
            PageSize,
            all.Count,
            [
                .. all.Skip((page - 1) * PageSize).Take(PageSize).Select(row => new DonationOfDay(
                    row.Number, row.Donor, row.PledgedOn, row.State, LoadBalances.Of(query, row.Number).FirstOrDefault()?.Lines ?? [])),
            ]);
    }

    sealed record Row
    {
        public required DonationNumber Number { get; init; }

        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required DonationState State { get; init; }
    }
}
