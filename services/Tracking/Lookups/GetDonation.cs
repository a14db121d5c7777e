using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Balances;

namespace Logistics.Tracking.Lookups;

/// <summary>Returns the public figures of a donation: its journey, its balance and what each recipient has confirmed.</summary>
static class GetDonation
{
    public static void Map(ServiceDefinition tracking) => tracking.GetPublic(TrackingRoutes.GetDonation, Answer);

    static TrackedDonation? Answer(NoQuery _, Query query) => Load(query, query.Route<DonationNumber>("donation"));

    public static TrackedDonation? Load(Query query, DonationNumber number)
    {
        var row = query.Find<Row>(
            "select donor, pledged_on, state from donation where generation = (select shown from generation) and number = @number", new { number = number.Value });
        return row is null || LoadBalances.Of(query, number) is not [var balance]
            ? null
            : new TrackedDonation(row.Donor, row.PledgedOn, row.State, balance, LoadJourney.Of(query, number), LoadShares.Of(query, number));
    }

    sealed record Row
    {
        public required string Donor { get; init; }

        public required DateOnly PledgedOn { get; init; }

        public required TrackedState State { get; init; }
    }
}
